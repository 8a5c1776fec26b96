using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact.Files;
using Bridge.Simulation.Impact.People;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

/// <summary>The two import files of the portal (sheet, section 10).</summary>
public sealed class ImpactFilePackTests
{
    [Fact]
    public async Task A_prospect_stands_in_one_row_per_group()
    {
        await using var vault = new PlainPersonalValues();

        var text = await WriteAsync(vault, PartnerEntry.ProspectFile, TwinDrafts.Partner(vault, "98001") with { GroupNames = ["Content", "Top, \"gold\""] });

        text.Should().Be(
            "Name,Website,Email,FirstName,LastName,Group,TemplateTermsId,MPValue1,MPValue2,MPValue3\r\n" +
            "Fjord Reviews,https://www.fjord-reviews.example,ingrid1@fjord-reviews.example,Ingrid 1,Dahl 1,Content,98001,4711,aB*3xYz-q_1,\r\n" +
            "Fjord Reviews,https://www.fjord-reviews.example,ingrid1@fjord-reviews.example,Ingrid 1,Dahl 1,\"Top, \"\"gold\"\"\",98001,4711,aB*3xYz-q_1,\r\n");
    }

    [Fact]
    public async Task A_prospect_without_a_group_or_a_name_stands_in_one_row()
    {
        await using var vault = new PlainPersonalValues();
        var partner = TwinDrafts.Partner(vault, "98001");

        var text = await WriteAsync(vault, PartnerEntry.ProspectFile, partner with { Contact = new Contact { Email = partner.Contact!.Email }, References = [] });

        text.Split("\r\n")[1].Should().Be("Fjord Reviews,https://www.fjord-reviews.example,ingrid1@fjord-reviews.example,,,,98001,,,");
    }

    [Fact]
    public async Task A_partner_of_the_import_file_has_the_fields_of_the_create_call()
    {
        await using var vault = new PlainPersonalValues();

        var text = await WriteAsync(vault, PartnerEntry.ImportFile, TwinDrafts.Partner(vault, "98001") with { Groups = [TargetRef.Known("9"), TargetRef.Known("10")], GroupNames = ["a", "b"] });

        text.Should().Be(
            "AccountName,Website,AddressLine1,AddressLine2,City,CountryState,PostalCode,Country,PhoneCountry,PhoneNumber,PrimaryPromotionalMethod,FirstName,LastName,EmailAddress,TemplateTermsId,Currency,MPGroupIDs,MPValue1,MPValue2,MPValue3\r\n" +
            "Fjord Reviews,https://www.fjord-reviews.example,Hafenweg 11,,Berlin 1,,10111,GERMANY,DE,+49 30 1234561,CONTENT,Ingrid 1,Dahl 1,ingrid1@fjord-reviews.example,98001,EUR,\"9,10\",4711,aB*3xYz-q_1,\r\n");
    }

    [Theory]
    [InlineData("Fjord", "Fjord")]
    [InlineData("=1+1", " =1+1")]
    [InlineData("@cmd", " @cmd")]
    [InlineData("-abc*", " -abc*")]
    [InlineData("+49 (30) 123-4", " +49 (30) 123-4")]
    [InlineData("+49 (30) 1234", "+49 (30) 1234")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("＝1+1", " ＝1+1")]
    [InlineData(null, "")]
    public void Cells_that_could_be_formulas_get_a_blank_in_front(string? value, string expected) => CsvCells.Safe(value).Should().Be(expected);

    [Fact]
    public void A_value_that_got_a_blank_is_itself_again_when_it_is_read_back() => Scene((world, rail) => Uploaded(world, async () =>
    {
        var partner = TwinDrafts.Partner(world.Vault, $"{world.Brand.Templates[0].TemplateId}") with
        {
            Name = "=Fjord Reviews",
            References = [new ExternalReference("impact.value1", "4711"), new ExternalReference("impact.value2", "-q*3xYz-q_1")],
        };
        using var file = new MemoryStream();
        await rail.Port<IFilePackFormat>()!.WriteAsync(PartnerEntry.ProspectFile, [new FilePackRow("s", partner)], file, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }, async () =>
    {
        var partners = await PartnersAsync(rail);

        partners.Should().ContainSingle(partner => partner.Name == "=Fjord Reviews").Which.References.Should().Equal(
            new ExternalReference("impact.value1", "4711"), new ExternalReference("impact.value2", "-q*3xYz-q_1"));
    }));

    [Fact]
    public void Accepted_prospects_are_found_again_by_their_reference() => Scene((world, rail) =>
    {
        var draft = TwinDrafts.Partner(world.Vault, $"{world.Brand.Templates[0].TemplateId}") with { GroupNames = [world.Brand.Groups[0].Name, world.Brand.Groups[1].Name], Currency = null };
        return Uploaded(world, async () =>
        {
            using var file = new MemoryStream();
            await rail.Port<IFilePackFormat>()!.WriteAsync(PartnerEntry.ProspectFile, [new FilePackRow("s", draft)], file, CancellationToken.None);
            return System.Text.Encoding.UTF8.GetString(file.ToArray());
        }, async () =>
        {
            var found = await rail.Port<IWriteLookup<PartnerDraft>>()!.FindAsync(draft, CancellationToken.None);

            found.Should().ContainSingle().Which.Equal.Should().BeTrue();
            (await PartnersAsync(rail)).Single(partner => partner.Id.Value == found[0].NativeId).Should().Match<Partner>(partner =>
                partner.InProgram && partner.Groups.Count == 2 && partner.AccountType == "MARKETPLACE");
        });
    });

    [Fact]
    public async Task Instructions_say_that_the_columns_are_assumed_and_how_long_it_takes()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());
        var format = rail.Port<IFilePackFormat>()!;

        string.Join('\n', format.Instructions(PartnerEntry.ProspectFile, 300)).Should().Contain("assumed").And.Contain("dry run").And.Contain("about 20 minutes");
        string.Join('\n', format.Instructions(PartnerEntry.ImportFile, 3)).Should().Contain("assumed").And.Contain("once");
        (format.ToolFor(PartnerEntry.ProspectFile), format.ToolFor(PartnerEntry.ImportFile), format.ToolFor(PartnerEntry.CreateDirectly)).Should().Be(("prospect-import", "partner-import", null));
    }

    private static async Task<string> WriteAsync(PlainPersonalValues vault, PartnerEntry entry, PartnerDraft partner)
    {
        await using var rail = Offline.Open(vault);
        using var file = new MemoryStream();
        await rail.Port<IFilePackFormat>()!.WriteAsync(entry, [new FilePackRow("step-1", partner)], file, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    /// <summary>Uploads a file as a person does, lets the partners accept, and looks.</summary>
    private static async Task Uploaded(TwinWorld world, Func<Task<string>> file, Func<Task> look)
    {
        var portal = PortalClient.InProcess(world.Rail, world.Time);
        var import = await portal.ImportProspectsAsync(await file(), CancellationToken.None);
        await Task.Delay(TimeSpan.FromMinutes(5), world.Time);
        (await portal.ImportAsync(import, CancellationToken.None)).Rows.Should().OnlyContain(row => row.Outcome != "ERROR");
        foreach (var invitation in await portal.OpenInvitationsAsync(CancellationToken.None))
        {
            await portal.AcceptAsync(invitation.Id, CancellationToken.None);
        }

        await look();
    }

    private static async Task<IReadOnlyList<Partner>> PartnersAsync(Abstractions.IRail rail)
    {
        var partners = new List<Partner>();
        await foreach (var page in rail.Port<IPartnerReader>()!.ReadAsync(ReadScope.All, CancellationToken.None))
        {
            partners.AddRange(page.Records.Select(read => read.Record));
        }

        return partners;
    }

    private static void Scene(Func<TwinWorld, Abstractions.IRail, Task> body)
    {
        var world = new TwinWorld { PageSize = 1000 };
        world.Run(new OpenGate(), rail => body(world, rail));
        world.Rail.Dispose();
    }
}
