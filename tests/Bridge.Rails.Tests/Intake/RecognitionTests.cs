using System.Text;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Tests.Rakuten;

namespace Bridge.Rails.Tests.Intake;

/// <summary>Files are recognised by what stands in them, in any language and order, whatever they are called.</summary>
public sealed class RecognitionTests : IDisposable
{
    private readonly RakutenFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("rakuten", "Approved|Applied|Removed", "Beitrittsdatum;E-Mail-Adresse;Name des Publishers;Bemerkung;Website-ID", "02.01.2026;a@wuerzig.example;Würzig;;2000001")]
    [InlineData("rakuten", "Approved|Applied|Removed", "Adresse e-mail;Date d'adhésion;Nom de l'éditeur;ID du site", "a@epicerie.example;2026-01-02;Épicerie;2000001")]
    [InlineData("rakuten", "Approved|Applied|Removed", "Join Date,Publisher Name,Email,Site ID", "2026-01-02,Fjord,a@fjord.example,2000001")]
    [InlineData("rakuten", "Report", "Umsatz;Bestellnummer;Provisionen gesamt;Publisher-ID;Transaktionsdatum;Verschlüsselte Publisher-ID", "100,50;A-1;7,04;2000001;01.06.2026;AbC1*efGh/0")]
    [InlineData("rakuten", "Report", "Total des commissions;Date de transaction;ID chiffré de l'éditeur;ID de commande;Ventes;ID de l'éditeur", "7,04;2026-06-01;AbC1*efGh/0;A-1;100,50;2000001")]
    [InlineData("rakuten", "Assignments", "Angebots-ID;Publisher-ID;Startdatum", "500001;2000001;01.06.2026")]
    [InlineData("rakuten", "Assignments", "ID de l'offre;ID de l'éditeur", "500001;2000001")]
    [InlineData("rakuten", "Codes", "Rabatt;Website-ID;Beschreibung;Gutscheincode", "10;2000001;zehn weg;HALLO10")]
    [InlineData("rakuten", "Codes", "Code promo;Date de fin;ID du site", "BONJOUR10;2026-12-31;2000001")]
    [InlineData("rakuten", "Links", "Ziel-URL;Klick-URL;Website-ID;Link-ID", "https://shop.example/;https://click.linksynergy.com/x;2000001;1")]
    [InlineData("house", "Partners", "Webseite;Partnername;E-Mail;Partner-Nr.", "https://fjord.example;Fjord;a@fjord.example;P-1")]
    [InlineData("house", "Links", "Tracking-URL;Partner-ID;Link-Nr", "https://click.example/1;P-1;L-1")]
    public async Task Shuffled_headers_of_any_language_are_taken_for_their_kind(string rail, string kinds, string header, string row)
    {
        var look = await LookAsync(rail, $"{header}\n{row}\n{row}\n{row}\n");

        var best = look.Proposals[0];
        best.Percent.Should().BeGreaterThanOrEqualTo(KindProposal.Fits);
        kinds.Split('|').Should().Contain(best.Schema.Name);
        best.Pairings.Where(pairing => pairing.Column.Required).Should().OnlyContain(pairing => pairing.Taken);
        best.Pairings.Should().OnlyContain(pairing => pairing.Place == 0 || pairing.Reason.Length > 0);
    }

    [Fact]
    public async Task A_header_below_title_lines_is_found()
    {
        var look = await LookAsync("rakuten", "Export vom 30.06.2026;;;\n\nKonto;Acme;;\nWebsite-ID;Name des Publishers;Webseite;Beitrittsdatum\n2000001;Würzig;wuerzig.example;02.01.2026\n");

        look.HeaderLine.Should().Be(4);
        look.Proposals[0].Schema.Name.Should().Be("Approved");
    }

    [Fact]
    public async Task A_column_whose_cells_contradict_its_header_is_not_taken_without_asking()
    {
        var look = await LookAsync("rakuten", "Site ID,Offer ID\nFjord Reviews,500001\nMaple Guide,500002\nOld Deals,500003\n");

        var assignments = look.Proposals.Single(proposal => proposal.Schema.Name == "Assignments");
        var site = assignments.Pairings.Single(pairing => pairing.Column.Name == "Site ID");
        site.Asks.Should().BeTrue();
        site.Reason.Should().Contain("100 % of its cells are no id");
    }

    [Fact]
    public async Task Two_columns_that_could_be_the_same_are_rivals()
    {
        var look = await LookAsync("rakuten", "Nummer der Bestellung,Auftragsnummer,Publisher-ID,Verschlüsselte Publisher-ID,Transaktionsdatum,Umsatz,Provisionen gesamt\nA-1,B-1,2000001,x,2026-06-01,1,1\n");

        var order = look.Proposals[0].Pairings.Single(pairing => pairing.Column.Name == "Order ID");
        order.Asks.Should().BeTrue();
        order.Rivals.Prepend(order.Header).Should().BeEquivalentTo("Nummer der Bestellung", "Auftragsnummer");
    }

    [Fact]
    public async Task A_file_about_something_else_fits_nothing()
    {
        var look = await LookAsync("rakuten", "Raum,Sitzplätze,Beamer\nBlau,12,ja\nRot,8,nein\n");

        look.Proposals[0].Percent.Should().BeLessThan(KindProposal.Fits);
    }

    [Fact]
    public async Task Odd_headers_semicolons_and_French_dates_are_read_by_a_decision_alone()
    {
        folder.WriteSmall().Write("liste.csv", "Sans importance;N° partenaire;Appellation;Depuis le\nx;2000077;Épicerie fine;3 février 2026\nx;2000078;Brûlerie;14 mars 2026\n");
        await IntakeFile.WriteAsync(
            IntakeFile.PathOf(folder.Path, "acme-rakuten"),
            new IntakeDecisions
            {
                Files =
                [
                    new IntakeEntry
                    {
                        File = "liste.csv",
                        Holds = "Approved",
                        Columns = [new IntakeColumn("Site ID", "N° partenaire", null), new IntakeColumn("Publisher Name", "Appellation", 3), new IntakeColumn("Join Date", "Depuis le", null)],
                    },
                    new IntakeEntry { File = "publishers-applied.csv" },
                ],
            },
            CancellationToken.None);

        var pages = await Pages.OfAsync(folder.Open().Port<IPartnerReader>());

        var partners = pages.SelectMany(page => page.Records).Select(read => read.Record).ToList();
        partners.Select(partner => partner.Id.Value).Should().BeEquivalentTo("2000001", "2000003", "2000077", "2000078");
        partners.Single(partner => partner.Id.Value == "2000077").JoinedAt.Should().Be(new DateTimeOffset(2026, 2, 3, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Without_an_assignment_file_the_read_is_blocked_and_every_publisher_named()
    {
        folder.WriteSmall();
        File.Delete(Path.Combine(folder.Path, "offer-assignments.csv"));

        var pages = await Pages.OfAsync(folder.Open().Port<IContractReader>());

        var findings = pages.SelectMany(page => page.Findings).ToList();
        pages.SelectMany(page => page.Records).Should().BeEmpty("the baseline is never assumed");
        findings.Select(finding => finding.Code).Should().Contain(["BRG-TAB-002", "BRG-RKT-036", "BRG-RKT-032"]);
        findings.Single(finding => finding.Code == "BRG-RKT-036").Value.Should().Be("2000001");
    }

    private async Task<FileLook> LookAsync(string rail, string text)
    {
        folder.Write("download (7).csv", text, new UTF8Encoding(false));
        var inbox = new InboxFolder(folder.Path, rail, "acme");
        return (await inbox.LookAsync("download (7).csv", RailCatalog.BuiltIn().Find(rail)!.Descriptor.Tables, CancellationToken.None)).Single();
    }
}
