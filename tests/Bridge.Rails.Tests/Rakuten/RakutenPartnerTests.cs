using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenPartnerTests : IDisposable
{
    private const string Overview = "Site ID,Publisher Name,URL,Email,Join Date,Publisher Group,Categories,Status\n";
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Overview_report_and_contact_sheet_make_one_partner()
    {
        var pages = await ReadAsync();

        var partner = pages[0].Records.Should().ContainSingle().Which.Record;
        partner.Name.Should().Be("Fjord Reviews");
        partner.Status.Should().Be(PartnerStatus.Active);
        partner.NativeStatus.Should().Be("approved");
        partner.WebProperties.Should().Equal(new WebProperty("https://fjord.example", "website"));
        partner.Tags.Should().Equal("Apparel", "Travel");
        partner.JoinedAt.Should().Be(new DateTimeOffset(2024, 5, 13, 0, 0, 0, TimeSpan.Zero));
        partner.Groups.Should().ContainSingle().Which.Value.Should().Be("3101", "the report knows the id of the group that the overview names");
        partner.References.Should().Equal(new ExternalReference("rakuten.encryptedId", "AbC1*efGh/0"), new ExternalReference("rakuten.sid", "2000001"));
        (await Pages.OfAsync(folder.Open().Port<IPartnerGroupReader>()))[0].Records.Select(read => (read.Record.Id.Value, read.Record.Name)).Should().Equal(("3101", "Content"));
    }

    [Theory]
    [InlineData("active", PartnerStatus.Active)]
    [InlineData("pending", PartnerStatus.Pending)]
    [InlineData("extended", PartnerStatus.Extended)]
    [InlineData("self-removed", PartnerStatus.Left)]
    [InlineData("Temp-Remove", PartnerStatus.Removed)]
    [InlineData("permanent-remove", PartnerStatus.RemovedForGood)]
    [InlineData("temp-decline", PartnerStatus.Declined)]
    [InlineData("permanent-decline", PartnerStatus.DeclinedForGood)]
    [InlineData("on holiday", PartnerStatus.Unknown)]
    public async Task Rakutens_state_words_are_translated_and_unknown_ones_are_lost_aloud(string word, PartnerStatus expected)
    {
        folder.Write("publishers-removed.csv", $"{Overview}9,Nine,,,,,,{word}\n");

        var read = (await ReadAsync()).SelectMany(page => page.Records).Single(read => read.Record.Id.Value == "9");

        read.Record.Status.Should().Be(expected);
        read.Record.NativeStatus.Should().Be(word);
        read.Losses.Any(loss => loss.Code == "StateUnknown").Should().Be(expected == PartnerStatus.Unknown);
    }

    [Fact]
    public async Task A_publisher_in_two_states_does_not_move_until_the_exports_agree()
    {
        folder.Write("publishers-removed.csv", $"{Overview}2000001,Fjord Reviews,fjord.example,,,,,temp-remove\n");

        var pages = await ReadAsync();

        pages.SelectMany(page => page.Records).Count(read => read.Record.Id.Value == "2000001").Should().Be(2, "no state is thrown away");
        pages.SelectMany(page => page.Findings).Should().ContainSingle(finding => finding.Severity == Severity.Excluding).Which.Should().Match<Finding>(finding =>
            finding.Code == "BRG-RKT-030" && finding.Subject == "2000001" && finding.Place == "publishers-removed.csv:2" && finding.Message.Contains("publishers-approved.csv:2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_word_that_contradicts_its_export_counts_and_is_reported()
    {
        folder.Write("publishers-applied.csv", $"{Overview}9,Nine,,,,,,active\n");

        var pages = await ReadAsync();

        pages.SelectMany(page => page.Records).Single(read => read.Record.Id.Value == "9").Record.Status.Should().Be(PartnerStatus.Active);
        pages.SelectMany(page => page.Findings).Should().ContainSingle(finding => finding.Code == "BRG-RKT-033" && finding.Subject == "9");
    }

    [Fact]
    public async Task A_publisher_that_only_the_report_names_is_a_partner_of_unknown_state()
    {
        folder.Write("custom-report.csv", $"{RakutenFolder.ReportHeader}\n{RakutenFolder.Report("2000077", "ZZ", "", "", "500001", "A-9", "2026-06-01", "10.00", "1.00")}\n");

        var pages = await ReadAsync();

        var partner = pages[^1].Records.Should().ContainSingle().Which.Record;
        (partner.Id.Value, partner.Name, partner.Status).Should().Be(("2000077", "Name 2000077", PartnerStatus.Unknown));
        pages[^1].Findings.Should().ContainSingle(finding => finding.Code == "BRG-RKT-031" && finding.Place == "custom-report.csv:2");
        pages[^1].Raw!.Bytes.Length.Should().BePositive();
    }

    [Fact]
    public async Task Several_mails_a_bad_mail_and_a_bad_address_are_told_apart()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,A,,one@x.example; two@x.example,,,,\n2,B,localhost,nobody,,,,\n");

        var pages = await ReadAsync();

        pages[0].Records[0].Record.Contacts.Select(contact => folder.Personal.Reveal(contact.Email!.Value)).Should().Equal("one@x.example", "two@x.example");
        pages[0].Records[1].Record.Contacts.Should().BeEmpty();
        pages[0].Records[1].Losses.Select(loss => loss.Code).Should().BeEquivalentTo("EmailUnreadable", "UrlUnreadable");
    }

    [Fact]
    public async Task Invisible_characters_around_a_cell_are_no_part_of_it()
    {
        folder.Write("publishers-approved.csv", $"{Overview}\u200b2000001\u00a0,\ufeffFjord\u200d Reviews\u200b,\0,\u200b,,,,\n");

        var partner = (await ReadAsync())[0].Records[0].Record;

        (partner.Id.Value, partner.Name).Should().Be(("2000001", "Fjord\u200d Reviews"));
        partner.WebProperties.Should().BeEmpty();
        partner.Contacts[0].Email.Should().BeNull();
    }

    [Fact]
    public async Task Two_contact_rows_of_one_publisher_are_reported_without_their_content()
    {
        folder.Write("publisher-details.csv", "Site ID,First Name,Last Name,Country\n2000001,Ada,Quill,GB\n2000001,Ada,Quill,GB\n2000001,Bea,Quill,GB\n2000001,Short\n4X,Cy,Quill,GB\n");

        var pages = await ReadAsync();

        folder.Personal.Reveal(pages[0].Records[0].Record.Contacts[0].FirstName!.Value).Should().Be("Ada");
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-RKT-034" && finding.Place == "publisher-details.csv:4" && finding.Value == null);
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-021").Which.Value.Should().BeNull("cells of the contact sheet are never quoted");
        pages[0].Findings.Should().ContainSingle(finding => finding.Place == "publisher-details.csv" && finding.Message.Contains("5 rows read = 1 contacts + 0 totals + 2 duplicates + 2 unreadable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_report_the_encrypted_id_comes_from_the_links_and_the_gap_is_reported()
    {
        File.Delete(Path.Combine(folder.Path, "custom-report.csv"));

        var pages = await ReadAsync();

        pages[0].Records[0].Record.Reference("rakuten.encryptedId").Should().Be("AbC1*efGh/0");
        pages[0].Records[0].Record.Groups.Should().ContainSingle().Which.Value.Should().Be("Content");
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-011" && finding.Severity == Severity.Warning);
    }

    private async Task<IReadOnlyList<ReadPage<Partner>>> ReadAsync()
    {
        await using var rail = folder.Open();
        return await Pages.OfAsync(rail.Port<IPartnerReader>());
    }
}
