using System.Globalization;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Impact.Portal;
using Bridge.Testing.Time;

namespace Bridge.Simulation.Tests.Impact;

public sealed class PortalUserTests : IDisposable
{
    private readonly ImpactCaller caller = new(new ImpactSettings { PartnerImportRequired = ["AccountName", "EmailAddress"] });
    private readonly string outbox = Directory.CreateTempSubdirectory("outbox-").FullName;
    private readonly List<(string Id, string Answer)> answers = [];

    private long Template => caller.Brand.Templates[0].TemplateId;

    [Fact]
    public async Task Uploads_files_does_tasks_and_lets_partners_answer()
    {
        var user = User(new PortalUserSettings { Seed = 1, OmittedRows = 0, MistypedRates = 0, UndoneTicks = 0, RefusalShare = 0 });
        Pack("pack-1", "prospect-import", 3);
        WorkItem("item-1", "build-template", """{"name":"T","currency":"USD","terms":[{"eventType":"SALE","payoutLevel":"ITEM","rate":7.5}],"clickWindowDays":30}""");
        WorkItem("item-2", "permit-host", """{"host":"more.example"}""");
        WorkItem("item-3", "invite-partner", $$"""{"name":"By hand","website":"https://hand.example","templateId":{{Template}},"mpValue1":"s9"}""");
        WorkItem("item-4", "activate-program", "{}");
        WorkItem("item-5", "find-contact", $$"""{"website":"{{caller.Rail.Seed.Partners[^1].Website}}"}""");

        await user.PollAsync(CancellationToken.None);
        await user.PollAsync(CancellationToken.None);
        await PassAsync(user, TimeSpan.FromHours(7));

        answers.Select(answer => answer.Id).Should().Equal("item-1", "item-2", "item-3", "item-4", "item-5");
        answers[0].Answer.Should().Be(caller.State().GetProperty("templates").EnumerateArray().Last().GetProperty("id").GetString());
        answers[4].Answer.Should().Be(caller.Rail.Seed.Partners[^1].PrimaryContact!.Email);
        Joined().Should().Contain(["s1", "s2", "s3", "s9"]);
        user.Log.Count(entry => entry.Event == PortalEvent.PartnerAccepted).Should().Be(4);
        user.Log.Select(entry => entry.Event).Distinct().Should().BeEquivalentTo([PortalEvent.Done, PortalEvent.PartnerAccepted]);
    }

    [Fact]
    public async Task Leaves_a_row_out_and_uploads_it_when_the_file_comes_again()
    {
        var user = User(new PortalUserSettings { Seed = 1, RefusalShare = 0 });
        Pack("pack-1", "partner-import", 5);
        Pack("pack-2", "partner-import", 3, first: 10);

        await user.PollAsync(CancellationToken.None);
        await PassAsync(user, TimeSpan.FromHours(7));
        var before = Joined();
        Pack("pack-1", "partner-import", 5, reissue: 1);
        await user.PollAsync(CancellationToken.None);
        await PassAsync(user, TimeSpan.FromHours(7));

        user.Log[0].Should().Match<PortalLogEntry>(entry => entry.Event == PortalEvent.RowOmitted && entry.Subject == "pack-1");
        before.Should().HaveCount(7);
        Joined().Should().BeEquivalentTo("s1", "s2", "s3", "s4", "s5", "s10", "s11", "s12");
        user.Log.Should().ContainSingle(entry => entry.Event == PortalEvent.Corrected).Which.Detail.Should().Be("1 rows");
    }

    [Fact]
    public async Task Mistypes_a_rate_and_puts_the_same_template_right()
    {
        var user = User(new PortalUserSettings { Seed = 1 });
        const string form = """{"name":"T","currency":"USD","terms":[{"eventType":"SALE","rate":7.5}]}""";
        WorkItem("item-1", "build-template", form);
        await user.PollAsync(CancellationToken.None);
        var partner = caller.Brand.Contracts.First(contract => contract.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE").PartnerId;
        caller.Rail.Portal.SwitchContract(partner, long.Parse(answers[0].Answer, CultureInfo.InvariantCulture), SwitchMode.Replace);
        var wrong = Rate();

        WorkItem("item-1", "build-template", form, reissue: 1);
        await user.PollAsync(CancellationToken.None);

        wrong.Should().Be("8.5");
        Rate().Should().Be("7.5");
        answers.Should().Equal(answers[0], answers[0]);
        user.Log.Select(entry => entry.Event).Should().Equal(PortalEvent.RateMistyped, PortalEvent.Corrected);
        user.Log[0].Detail.Should().Be("8.5 instead of 7.5");

        string Rate() => ImpactCaller.Rows(
            caller.List($"Campaigns/{caller.Program}/Contracts?PartnerId={partner}", "Contracts").Single().GetProperty("TemplateTerms"), "EventPayouts")
            .Single().GetProperty("DefaultPayoutRate").GetString()!;
    }

    [Fact]
    public async Task Ticks_an_item_without_doing_it_and_does_it_when_asked_again()
    {
        var user = User(new PortalUserSettings { Seed = 1 });
        WorkItem("item-1", "permit-host", """{"host":"a.example"}""");
        WorkItem("item-2", "permit-host", """{"host":"b.example"}""");

        await user.PollAsync(CancellationToken.None);
        var before = Hosts();
        WorkItem("item-1", "permit-host", """{"host":"a.example"}""", reissue: 1);
        await user.PollAsync(CancellationToken.None);

        before.Should().NotContain("a.example").And.Contain("b.example");
        Hosts().Should().Contain("a.example");
        answers.Select(answer => answer.Answer).Should().Equal("done", "done", "done");
        user.Log.Select(entry => entry.Event).Should().Equal(PortalEvent.TickedUndone, PortalEvent.Done, PortalEvent.Corrected);

        string Hosts() => caller.Get($"Campaigns/{caller.Program}").GetProperty("GatewayTrackingSettings").GetProperty("DeepLinkDomains").GetString()!;
    }

    [Fact]
    public async Task Tries_again_what_the_portal_refuses_and_says_so_once()
    {
        var user = User(new PortalUserSettings { Seed = 1, UndoneTicks = 0 });
        WorkItem("item-1", "switch-contract", $$"""{"partnerId":"{{caller.Rail.Seed.Partners[^1].Id}}","templateId":"{{Template}}","mode":"Replace"}""");
        WorkItem("item-2", "dance", "{}");
        await user.PollAsync(CancellationToken.None);
        await user.PollAsync(CancellationToken.None);
        var before = answers.Count;

        caller.Rail.Portal.Apply(caller.Rail.Seed.Partners[^1].Id, null);
        var applied = caller.State().GetProperty("contracts").EnumerateArray().Last().GetProperty("id").GetString();
        caller.WriteJson("POST", $"Programs/{caller.Program}/Contracts", 200, $$"""{"contractId":"{{applied}}"}""");
        await user.PollAsync(CancellationToken.None);

        before.Should().Be(0);
        answers.Should().Equal(("item-1", "done"));
        user.Log.Select(entry => (entry.Event, entry.Subject)).Should().Equal(
            (PortalEvent.RefusedByPortal, "item-1"), (PortalEvent.RefusedByPortal, "item-2"), (PortalEvent.Done, "item-1"));
    }

    [Fact]
    public async Task Names_the_rows_that_the_import_refuses_and_waits_for_half_written_slips()
    {
        var user = User(new PortalUserSettings { Seed = 1, OmittedRows = 0, RefusalShare = 0 });
        await File.WriteAllTextAsync(Path.Combine(outbox, "broken.json"), "{");
        await File.WriteAllTextAsync(Path.Combine(outbox, "pack-0.json"), """{"kind":"FilePack","id":"pack-0","file":"pack-0.csv","tool":"prospect-import"}""");
        await File.WriteAllTextAsync(Path.Combine(outbox, "pack-1.csv"), $"Name,Email,Group,TemplateTermsId\n\"A\nB\",a@a.example,Nowhere,{Template}\nC,c@c.example,,{Template}\n");
        await File.WriteAllTextAsync(Path.Combine(outbox, "pack-1.json"), """{"kind":"FilePack","id":"pack-1","file":"pack-1.csv","tool":"prospect-import"}""");

        await user.PollAsync(CancellationToken.None);
        await PassAsync(user, TimeSpan.FromMinutes(1));

        user.Log.Select(entry => (entry.Event, entry.Subject, entry.Detail)).Should().Equal(
            (PortalEvent.Done, "pack-1", "2 rows"), (PortalEvent.RowRefused, "pack-1", "row 2: The group does not exist; create it first."));
    }

    [Fact]
    public async Task Refuses_the_share_it_was_told_and_always_the_same_partners()
    {
        var first = await RefusedAsync(3);
        var again = await RefusedAsync(3);
        var other = await RefusedAsync(4);

        first.Should().HaveCountGreaterThan(2).And.HaveCountLessThan(25);
        again.Should().Equal(first);
        other.Should().NotEqual(first);
    }

    [Fact]
    public void Takes_minutes_to_hours_for_an_answer()
    {
        var user = User(new PortalUserSettings { Seed = 1, OmittedRows = 0, RefusalShare = 0, PollEvery = TimeSpan.FromMinutes(1) });
        Pack("pack-1", "partner-import", 40);
        var start = caller.Time.GetUtcNow();

        VirtualTime.Run(caller.Time, async () =>
        {
            using var end = new CancellationTokenSource(TimeSpan.FromHours(8), caller.Time);
            await user.RunAsync(end.Token);
        });

        var delays = user.Log.Where(entry => entry.Event == PortalEvent.PartnerAccepted).Select(entry => entry.Time - start).ToList();
        delays.Should().HaveCount(40);
        delays.Min().Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(5));
        delays.Max().Should().BeGreaterThan(TimeSpan.FromHours(2)).And.BeLessThan(TimeSpan.FromHours(7));
        delays.Order().ElementAt(20).Should().BeLessThan(TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task Works_over_a_real_connection_as_well()
    {
        await using var host = await KestrelRailHost.StartAsync(caller.Rail, caller.Time, 0, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseUrl };
        var user = new PortalUser(new PortalClient(client), new PortalUserSettings { Seed = 1, OmittedRows = 0, RefusalShare = 0 }, caller.Time, outbox, Answer);
        Pack("pack-1", "partner-import", 2);

        await user.PollAsync(CancellationToken.None);
        await PassAsync(user, TimeSpan.FromHours(7));

        Joined().Should().BeEquivalentTo("s1", "s2");
    }

    public void Dispose()
    {
        caller.Dispose();
        Directory.Delete(outbox, recursive: true);
    }

    private PortalUser User(PortalUserSettings settings) => new(PortalClient.InProcess(caller.Rail, caller.Time), settings, caller.Time, outbox, Answer);

    private Task Answer(string id, string answer)
    {
        answers.Add((id, answer));
        return Task.CompletedTask;
    }

    private async Task PassAsync(PortalUser user, TimeSpan time)
    {
        caller.Time.Advance(time);
        await user.PollAsync(CancellationToken.None);
    }

    private async Task<List<string>> RefusedAsync(int seed)
    {
        using var other = new ImpactCaller(new ImpactSettings { PartnerImportRequired = ["AccountName", "EmailAddress"] });
        var user = new PortalUser(
            PortalClient.InProcess(other.Rail, other.Time), new PortalUserSettings { Seed = seed, OmittedRows = 0, RefusalShare = 0.05m }, other.Time, outbox, Answer);
        Pack("pack-r", "partner-import", 200);
        await user.PollAsync(CancellationToken.None);
        other.Time.Advance(TimeSpan.FromHours(7));
        await user.PollAsync(CancellationToken.None);
        return [.. user.Log.Where(entry => entry.Event == PortalEvent.PartnerRefused).Select(entry => entry.Subject).Order(StringComparer.Ordinal)];
    }

    private void Pack(string id, string tool, int rows, int reissue = 0, int first = 1)
    {
        var lines = Enumerable.Range(first, rows).Select(number => $"P{number},p{number}@p.example,s{number},{Template}");
        var header = tool == "partner-import" ? "AccountName,EmailAddress,MPValue1,TemplateTermsId" : "Name,Email,MPValue1,TemplateTermsId";
        File.WriteAllText(Path.Combine(outbox, id + ".csv"), string.Join("\r\n", lines.Prepend(header)) + "\r\n");
        File.WriteAllText(
            Path.Combine(outbox, id + ".json"),
            $$"""{"kind":"FilePack","id":"{{id}}","file":"{{id}}.csv","tool":"{{tool}}","instructions":[],"rows":{{rows}},"reissue":{{reissue}}}""");
    }

    private void WorkItem(string id, string task, string fields, int reissue = 0) => File.WriteAllText(
        Path.Combine(outbox, id + ".json"),
        $$"""{"kind":"WorkItem","id":"{{id}}","task":"{{task}}","title":"","instructions":[],"fields":{{fields}},"expects":{},"reissue":{{reissue}}}""");

    private List<string> Joined() =>
    [
        .. caller.State().GetProperty("partners").EnumerateArray()
            .Where(partner => partner.GetProperty("value1").GetString()!.StartsWith('s') && partner.GetProperty("programs").GetArrayLength() > 0)
            .Select(partner => partner.GetProperty("value1").GetString()!),
    ];
}
