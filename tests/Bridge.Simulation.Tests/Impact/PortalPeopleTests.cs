using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;

namespace Bridge.Simulation.Tests.Impact;

/// <summary>Templates that are downloaded, results that are mailed, and work that is late, wrong or forgotten.</summary>
public sealed class PortalPeopleTests : IDisposable
{
    private readonly string outbox = Directory.CreateTempSubdirectory("outbox-").FullName;
    private readonly List<(string Id, string Answer)> answers = [];
    private ImpactCaller caller = new(new ImpactSettings());

    private long Template => caller.Brand.Templates[0].TemplateId;

    private static PortalUserSettings Careful => new() { Seed = 1, OmittedRows = 0, MistypedRates = 0, UndoneTicks = 0, RefusalShare = 0 };

    [Theory]
    [InlineData(ImportFileStyle.Plain, "Name,Website,Email,")]
    [InlineData(ImportFileStyle.Reordered, "Owner (internal),MP Value 3,MP Value 2,MP Value 1,Template Terms ID,Partner Group,Last Name,First Name,Contact Email*,Website URL,Partner Name*,Remarks")]
    [InlineData(ImportFileStyle.German, "\uFEFFPartnername;Webseite;E-Mail-Adresse;Vorname;Nachname;Partnergruppe;Vorlagen-ID;Partnerwert 1;")]
    public async Task A_template_can_be_downloaded_filled_in_and_uploaded(ImportFileStyle style, string begins)
    {
        Use(style);
        var portal = PortalClient.InProcess(caller.Rail, caller.Time);
        var header = await portal.ImportTemplateAsync("prospect-import", CancellationToken.None);
        var cells = header.Trim('\uFEFF', '\r', '\n').Split(style == ImportFileStyle.German ? ';' : ',').Select(Cell);

        var import = await portal.ImportProspectsAsync(header + string.Join(style == ImportFileStyle.German ? ';' : ',', cells) + "\r\n", CancellationToken.None);
        caller.Time.Advance(TimeSpan.FromMinutes(1));

        header.Should().StartWith(begins);
        (await portal.ImportAsync(import, CancellationToken.None)).Rows.Should().ContainSingle().Which.Outcome.Should().Be("INVITED");
        (await portal.OpenInvitationsAsync(CancellationToken.None)).Should().ContainSingle(one => one.Name == "Fjord Reviews" && one.Value1 == "s1");

        string Cell(string head) => head.TrimEnd('*') switch
        {
            "Name" or "Partner Name" or "Partnername" => "Fjord Reviews",
            "Email" or "Contact Email" or "E-Mail-Adresse" => "ada@fjord.example",
            "TemplateTermsId" or "Template Terms ID" or "Vorlagen-ID" => $"{Template}",
            "MPValue1" or "MP Value 1" or "Partnerwert 1" => "s1",
            _ => "",
        };
    }

    [Fact]
    public async Task A_result_file_is_mailed_and_shows_the_name_and_address_of_a_matched_account()
    {
        Use(ImportFileStyle.Plain);
        var known = caller.Rail.Seed.Partners[^1];
        var mailbox = Path.Combine(outbox, "mail");
        var user = User(Careful with { Mailbox = mailbox });
        Pack("pack-1", $"Name,Website,Email,Group,TemplateTermsId,MPValue1\r\nNew One,,new@one.example,,{Template},s1\r\nCalled Otherwise,{known.Website},x@y.example,,{Template},s2\r\nNo Group,,c@d.example,Missing,{Template},s3\r\n");

        await user.PollAsync(CancellationToken.None);
        caller.Time.Advance(TimeSpan.FromMinutes(2));
        await user.PollAsync(CancellationToken.None);

        var lines = await File.ReadAllLinesAsync(Directory.GetFiles(mailbox).Single());
        lines[0].Should().Be("Row,Name,Email,MPValue1,PartnerId,Status,Message");
        lines[1].Should().Be("2,New One,new@one.example,s1,,Invited,");
        lines[2].Should().StartWith($"3,{Quoted(known.Name)},{known.PrimaryContact!.Email},s2,{known.Id},").And.NotContain("x@y.example").And.Contain("Matched existing account");
        lines[3].Should().StartWith("4,No Group,c@d.example,s3,,Error,").And.Contain("group does not exist");
        user.Log.Should().Contain(entry => entry.Event == PortalEvent.ResultMailed && entry.Subject == "pack-1");
    }

    [Fact]
    public async Task A_forgotten_file_is_uploaded_when_it_is_handed_out_again()
    {
        var user = User(Careful with { ForgottenUploads = 1 });
        Pack("pack-1", Prospect());

        await user.PollAsync(CancellationToken.None);
        var before = user.Log.Select(entry => entry.Event).ToList();
        Pack("pack-2", Prospect(), reissue: 1);
        await user.PollAsync(CancellationToken.None);

        before.Should().Equal(PortalEvent.UploadForgotten);
        user.Log.Should().Contain(entry => entry.Event == PortalEvent.Corrected && entry.Subject == "pack-2");
    }

    [Fact]
    public async Task What_is_put_off_is_done_days_later()
    {
        var user = User(Careful with { LateShare = 1, LateBy = TimeSpan.FromDays(2) });
        WorkItem("item-1", "permit-host", """{"host":"more.example"}""");

        await user.PollAsync(CancellationToken.None);
        caller.Time.Advance(TimeSpan.FromDays(1));
        await user.PollAsync(CancellationToken.None);
        var early = answers.Count;
        caller.Time.Advance(TimeSpan.FromDays(1));
        await user.PollAsync(CancellationToken.None);

        early.Should().Be(0);
        answers.Should().ContainSingle();
        user.Log.Select(entry => entry.Event).Should().Equal(PortalEvent.PutOff, PortalEvent.Done);
    }

    [Fact]
    public async Task A_template_with_one_wrong_lock_date_is_a_day_off_and_put_right_when_it_comes_again()
    {
        var user = User(Careful with { WrongLockDates = 1 });
        const string form = """{"name":"T","currency":"USD","eventPayouts":[{"EventCategory":"SALE","DefaultPayoutRate":7.5,"PayoutLevel":"ITEM","Locking":{"Basis":"TRACKED","Period":"MONTH","MonthOffset":1,"DayOffset":5}}]}""";
        WorkItem("item-1", "build-template", form);
        await user.PollAsync(CancellationToken.None);

        WorkItem("item-1", "build-template", form, reissue: 1);
        await user.PollAsync(CancellationToken.None);

        user.Log.Select(entry => (entry.Event, entry.Detail)).Should().Equal(
            (PortalEvent.LockMistyped, "6 days instead of 5"), (PortalEvent.Corrected, $"template {answers[0].Answer}"));
    }

    [Fact]
    public async Task Late_partners_answer_later_than_the_slowest_of_the_others()
    {
        var user = User(Careful with { LatePartnerShare = 1, LateBy = TimeSpan.FromDays(3) });
        Pack("pack-1", Prospect());
        await user.PollAsync(CancellationToken.None);
        caller.Time.Advance(TimeSpan.FromDays(2));
        await user.PollAsync(CancellationToken.None);
        var early = user.Log.Count(entry => entry.Event == PortalEvent.PartnerAccepted);

        caller.Time.Advance(TimeSpan.FromDays(2));
        await user.PollAsync(CancellationToken.None);

        early.Should().Be(0);
        user.Log.Should().ContainSingle(entry => entry.Event == PortalEvent.PartnerAccepted);
    }

    public void Dispose()
    {
        caller.Dispose();
        Directory.Delete(outbox, recursive: true);
    }

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    private void Use(ImportFileStyle style)
    {
        caller.Dispose();
        caller = new ImpactCaller(new ImpactSettings { ImportFiles = style });
    }

    private string Prospect() => $"Name,Email,TemplateTermsId,MPValue1\r\nFjord Reviews,ada@fjord.example,{Template},s1\r\n";

    private PortalUser User(PortalUserSettings settings) => new(PortalClient.InProcess(caller.Rail, caller.Time), settings, caller.Time, outbox, (id, answer) =>
    {
        answers.Add((id, answer));
        return Task.CompletedTask;
    });

    private void Pack(string id, string table, int reissue = 0)
    {
        File.WriteAllText(Path.Combine(outbox, id + ".csv"), table);
        File.WriteAllText(Path.Combine(outbox, id + ".json"), $$"""{"kind":"FilePack","id":"{{id}}","file":"{{id}}.csv","tool":"prospect-import","reissue":{{reissue}}}""");
    }

    private void WorkItem(string id, string task, string fields, int reissue = 0) =>
        File.WriteAllText(Path.Combine(outbox, id + ".json"), $$"""{"kind":"WorkItem","id":"{{id}}","task":"{{task}}","fields":{{fields}},"reissue":{{reissue}}}""");
}
