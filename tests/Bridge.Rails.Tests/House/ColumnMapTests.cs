using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Tests.Rakuten;

namespace Bridge.Rails.Tests.House;

/// <summary>An export that nobody has seen before goes in by a map alone.</summary>
public sealed class ColumnMapTests : IDisposable
{
    private const string Map = """
        files:
          - pattern: affilies*.csv
            holds: partners
            dateOrder: dmy
            timeZone: Europe/Paris
            columns:
              Partner ID: "Réf. affilié"
              Name: Raison sociale
              Status: { column: Statut, values: { Actif: active, En pause: suspended, "": pending } }
              Email: Courriel
              Join Date: "Inscrit le"
              Kind: { constant: content }
          - pattern: remuneration.csv
            holds: contracts
            header: none
            numberFormat: 1.234,56
            columns:
              Contract ID: 1
              Partner ID: 1
              Term Kind: { constant: percent }
              Rate: 3
              Start Date: 2
        """;

    private readonly HouseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Odd_columns_semicolons_and_French_dates_go_in_by_a_map_alone()
    {
        folder.Write("house-map.yaml", Map)
            .Write("affilies-2026.csv", "Raison sociale;Statut;Inscrit le;Réf. affilié;Courriel;Note\nFjord SARL;ACTIF;03/04/2025;77;pr@fjord.example;x\nÉpicerie;En pause;1er juin 2025;78;;\nTotal;2;;;;\n")
            .Write("remuneration.csv", "77;31/12/2024;7,5\n78;01/02/2025;1.000,25\n");

        var rail = folder.Open(("columns", "house-map.yaml"), ("linkFiles", "none"), ("codeFiles", "none"));
        var partners = (await Pages.OfAsync(rail.Port<IPartnerReader>()))[0];
        var contracts = (await Pages.OfAsync(rail.Port<IContractReader>()))[0];

        partners.Rows.Should().Be(new RowCounts(3, 2, 1, 0, 0));
        partners.Findings.Should().BeEmpty();
        partners.Records.Select(read => (read.Record.Id.Value, read.Record.Name, read.Record.Status, read.Record.Kind)).Should().Equal(
            ("77", "Fjord SARL", PartnerStatus.Active, PartnerKind.Content), ("78", "Épicerie", PartnerStatus.Suspended, PartnerKind.Content));
        partners.Records[0].Record.JoinedAt.Should().Be(new DateTimeOffset(2025, 4, 3, 0, 0, 0, TimeSpan.FromHours(2)));
        partners.Records[1].Record.JoinedAt!.Value.Day.Should().Be(1);
        partners.Records[0].Record.Contacts[0].Email!.Value.Hash.Should().NotContain("fjord");
        contracts.Records.Select(read => ((PercentOfSale)read.Record.Terms[0]).Rate.Fraction).Should().Equal(0.075m, 10.0025m);
    }

    [Fact]
    public async Task A_column_of_the_map_that_the_file_lacks_is_named_with_its_line_in_the_map()
    {
        folder.Write("house-map.yaml", Map).Write("affilies.csv", "Raison sociale;Réf. affilié;Courriel;Inscrit le\nA;1;;\n");

        var page = (await Pages.OfAsync(folder.Open(("columns", "house-map.yaml")).Port<IPartnerReader>()))[0];

        page.Records.Should().BeEmpty();
        page.Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-003")
            .Which.Value.Should().Be("Status (header 'Statut', house-map.yaml 9:25)");
    }

    [Fact]
    public void Every_mistake_of_a_map_is_named_with_line_and_column()
    {
        folder.Write("house-map.yaml", """
            files:
              - pattern: a.csv
                holds: partnerz
                colour: red
                columns: { Name: 1 }
              - pattern: ../b.csv
                holds: links
                dateOrder: dd/mm
                timeZone: Paris
                header: first
                columns:
                  Link ID: 0
                  Partner ID: { column: A, constant: B }
                  Shoe Size: C
              - holds: codes
            extra: 1
            """);

        folder.TryOpen(("columns", "house-map.yaml")).Should().BeNull();

        folder.Problems.Select(problem => (problem.Code, Place: problem.Place!, problem.Value)).Should().BeEquivalentTo(new (string, string, string?)[]
        {
            ("BRG-HSE-002", "house-map.yaml:16:1", "extra"),
            ("BRG-HSE-002", "house-map.yaml:4:5", "colour"),
            ("BRG-HSE-003", "house-map.yaml:3:12", "partnerz"),
            ("BRG-HSE-003", "house-map.yaml:6:14", "../b.csv"),
            ("BRG-HSE-003", "house-map.yaml:8:16", "dd/mm"),
            ("BRG-HSE-003", "house-map.yaml:9:15", "Paris"),
            ("BRG-HSE-003", "house-map.yaml:10:13", "first"),
            ("BRG-HSE-003", "house-map.yaml:13:19", null),
            ("BRG-HSE-002", "house-map.yaml:14:7", "Shoe Size"),
            ("BRG-HSE-004", "house-map.yaml:12:7", "Partner ID"),
            ("BRG-HSE-004", "house-map.yaml:12:7", "Tracking URL"),
            ("BRG-HSE-004", "house-map.yaml:15:5", null),
            ("BRG-HSE-004", "house-map.yaml:15:5", null),
        });
        folder.Problems.Should().OnlyContain(problem => problem.Severity == Severity.Blocking && problem.Remedy.Length > 0);
    }

    [Theory]
    [InlineData("files: [", "BRG-HSE-001")]
    [InlineData("", "BRG-HSE-001")]
    [InlineData("a: &x 1\nb: *x", "BRG-HSE-001")]
    [InlineData("files: 7", "BRG-HSE-003")]
    public void A_map_that_is_none_is_refused(string text, string code)
    {
        folder.Write("house-map.yaml", text);

        folder.TryOpen(("columns", "house-map.yaml")).Should().BeNull();

        folder.Problems.Should().Contain(problem => problem.Code == code);
    }

    [Fact]
    public void A_map_that_is_not_there_is_said()
    {
        folder.TryOpen(("columns", "nowhere.yaml")).Should().BeNull();

        folder.Problems.Should().ContainSingle(problem => problem.Code == "BRG-HSE-001");
    }
}
