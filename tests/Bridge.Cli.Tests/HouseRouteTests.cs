using System.Text;
using System.Text.Json;

namespace Bridge.Cli.Tests;

/// <summary>House files in and out through the command line.</summary>
public sealed class HouseRouteTests
{
    private const string Map = """
        files:
          - pattern: affilies*.csv
            holds: partners
            dateOrder: dmy
            columns:
              Partner ID: "Réf. affilié"
              Name: Raison sociale
              Status: { column: Statut, values: { Actif: active, Résilié: removed } }
              Website: Site
              Join Date: "Inscrit le"
              Groups: Famille
              Kind: { constant: content }
          - pattern: familles.csv
            holds: groups
            columns: { Group Name: Libellé, Group ID: Famille }
          - pattern: remuneration.csv
            holds: contracts
            header: none
            numberFormat: 1.234,56
            dateOrder: dmy
            columns:
              Contract ID: 1
              Partner ID: 1
              Start Date: 2
              Term Kind: { constant: percent }
              Rate: 3
              Currency: { constant: EUR }
          - pattern: liens.csv
            holds: links
            columns: { Link ID: Lien, Partner ID: "Réf. affilié", Tracking URL: Adresse, Destination: Cible, Sub IDs: Suivi }
          - pattern: codes-promo.csv
            holds: codes
            dateOrder: dmy
            columns: { Code: Code, Partner ID: Bénéficiaire, Start Date: Début, Discount: Remise, Discount Type: { constant: percent } }
          - pattern: ventes.csv
            holds: conversions
            dateOrder: dmy
            numberFormat: 1.234,56
            columns: { Order ID: Commande, Partner ID: "Réf. affilié", Date: Jour, Sale Amount: Montant, Commission: Gain, Currency: { constant: EUR }, Link ID: Lien }
        """;

    [Fact]
    public async Task A_long_tail_export_goes_from_init_to_a_plan_by_a_column_map_alone()
    {
        await using var lab = await MigrationLab.CreateAsync(8);
        await BeginAsync(lab);
        Write(lab, "affilies-2026.csv", "Raison sociale;Statut;Inscrit le;Réf. affilié;Site;Famille\nFjord SARL;Actif;03/04/2025;77;fjord.example;F1\nÉpicerie fine;Actif;1er juin 2025;78;epicerie.example;F2\nVieux Bons;Résilié;31/12/2020;79;;F1\nTotal;3;;;;\n");
        Write(lab, "familles.csv", "Famille;Libellé\nF1;Contenu\nF2;Réductions\n");
        Write(lab, "remuneration.csv", "77;31/12/2024;7,5\n78;01/02/2025;10,25\n");
        Write(lab, "liens.csv", "Lien;Réf. affilié;Adresse;Cible;Suivi\nA1;77;https://clic.example/a1;https://www.acme-shop.example/bottes;u1=pied\nA2;78;;;\n");
        Write(lab, "codes-promo.csv", "Code;Bénéficiaire;Début;Remise\nFJORD10;77;01/03/2026;10\n");
        Write(lab, "ventes.csv", "Commande;Réf. affilié;Jour;Montant;Gain;Lien\nC-1;77;13/05/2026;1.100,50;82,54;A1\nC-2;77;14/05/2026;20,00;1,50;A1\nC-3;78;15/05/2026;40,00;4,10;A2\nC-4;78;16/05/2026;40,00;4,10;\n");

        var doctor = await lab.RunAsync("doctor", "--json");
        var extracted = await lab.RunAsync("extract", "--conversions", "--json");
        var plan = await lab.RunAsync("plan", "--json");
        var links = await lab.RunAsync("links", "--json");
        var exported = await lab.RunAsync("export", "house", "tables", "--json");

        doctor.ExitCode.Should().Be(0, doctor.Output + doctor.Error);
        extracted.ExitCode.Should().Be(0, extracted.Output + extracted.Error);
        var snapshot = extracted.Json["snapshots"]!.AsArray().First(each => (string)each!["side"]! == "source")!["entities"]!;
        var records = new[] { "groups", "partners", "contracts", "links", "codes", "conversions" }.Select(entity => (long)snapshot[entity]!["records"]!);
        records.Should().Equal(2, 3, 2, 2, 1, 4);
        plan.ExitCode.Should().BeOneOf([0, 2], plan.Output + plan.Error);
        ((long)plan.Json["entities"]!["partners"]!["skipped"]!).Should().Be(1, "the cancelled partner stays");
        ((long)plan.Json["entities"]!["links"]!["manual"]!).Should().Be(1, "nobody knows the URL of A2");
        var top = links.Json["top"]![0]!;
        ((string)top["link"]!, (string)top["oldUrl"]!, (long)top["orders"]!, (decimal)top["share"]!).Should().Be(("A1", "https://clic.example/a1", 2L, 0.5m));
        links.Json["orders"]!.AsArray().Select(each => $"{each!["what"]}: {each["orders"]} {each["sales"]}").Should()
            .Contain("of the program: 4 1200.5 EUR").And.Contain("that no known link covers: 2 80 EUR");
        exported.ExitCode.Should().Be(0, exported.Output + exported.Error);
        var contracts = File.ReadAllLines(Path.Combine(lab.Folder, "tables", "contracts.csv"));
        contracts.Should().HaveCount(3);
        contracts[1].Should().StartWith("77,77,").And.Contain(",percent,").And.Contain(",7.5,");
        File.ReadAllText(Path.Combine(lab.Folder, "tables", "partners.csv")).Should().Contain("Épicerie fine").And.NotContain("@");
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(lab.Folder, "tables", "manifest.json")));
        manifest.RootElement.GetProperty("files").GetArrayLength().Should().Be(6);
    }

    [Fact]
    public async Task A_snapshot_that_is_written_as_house_tables_is_read_back_and_nothing_is_overwritten()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.RunAsync("extract", "--conversions", "--side", "source");
        var first = await lab.RunAsync("export", "house", "house", "--personal", "--json");
        var again = await lab.RunAsync("export", "house", "house");
        var books = await lab.RunAsync("export", "house", "books", "--xlsx", "--json");
        await BeginAsync(lab, columns: false);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(lab.Folder, "house"), "*.csv"))
        {
            File.Copy(file, Path.Combine(lab.Folder, "house-in", Path.GetFileName(file)));
        }

        var extracted = await lab.RunAsync("extract", "--conversions", "--side", "source", "--anew", "--json");

        first.ExitCode.Should().Be(0, first.Output + first.Error);
        again.ExitCode.Should().Be(1);
        again.Error.Should().Contain("not empty");
        books.Json["records"]!.ToJsonString().Should().Be(first.Json["records"]!.ToJsonString());
        extracted.ExitCode.Should().Be(0, extracted.Output + extracted.Error);
        var entities = extracted.Json["snapshots"]![0]!["entities"]!;
        foreach (var (entity, count) in first.Json["records"]!.AsObject())
        {
            ((long)entities[entity]!["records"]!).Should().Be((long)count!, entity);
            ((long)entities[entity]!["unreadable"]!).Should().Be(0, entity);
        }
    }

    /// <summary>The folder that <c>bridge init house impact</c> writes, with the lab's target.</summary>
    private static async Task BeginAsync(MigrationLab lab, bool columns = true)
    {
        var home = lab.Folder;
        var made = await Cli.RunAsync(home, "init", "house", "impact", "begun");
        made.ExitCode.Should().Be(0, made.Error);
        File.Copy(Path.Combine(home, "begun", "house-to-impact.yaml"), Path.Combine(home, "house-to-impact.yaml"));
        Directory.CreateDirectory(Path.Combine(home, "house-in"));
        File.WriteAllText(Path.Combine(home, "house-in", "map.yaml"), Map, new UTF8Encoding(false));
        var yaml = File.ReadAllText(Path.Combine(home, "bridge.yaml"));
        var (from, to) = (yaml.IndexOf("  from:\n", StringComparison.Ordinal), yaml.IndexOf("  to:\n", StringComparison.Ordinal));
        var source = $"  from:\n    rail: house\n    exportFolder: house-in\n    programId: acme\n    currency: EUR\n    exportDate: 2026-06-30\n{(columns ? "    columns: house-in/map.yaml\n" : "")}";
        File.WriteAllText(Path.Combine(home, "bridge.yaml"), (yaml[..from] + source + yaml[to..]).Replace("profile: rakuten-to-impact.yaml", "profile: house-to-impact.yaml", StringComparison.Ordinal));
    }

    private static void Write(MigrationLab lab, string name, string text) =>
        File.WriteAllText(Path.Combine(lab.Folder, "house-in", name), text, new UTF8Encoding(false));
}
