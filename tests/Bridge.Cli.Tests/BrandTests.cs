using System.Text.Json;

namespace Bridge.Cli.Tests;

/// <summary>Two programs of one brand on one account of the target.</summary>
public sealed class BrandTests
{
    [Fact]
    public async Task A_partner_under_way_in_one_program_waits_in_the_other_and_is_taken_over_when_it_is_there()
    {
        await using var lab = await BrandLab.CreateAsync();
        await lab.ExtractAsync("us");
        await lab.ExtractAsync("de");
        await lab.PlanAsync("us");
        var stopped = await lab.RunAsync("us", "apply", "latest", "--program-name", lab.NameOf("us"), "--json");

        var waiting = await lab.PlanAsync("de");
        var before = await LinesAsync(lab, "de", (string)waiting.Json["plan"]!);
        var done = await lab.WithPeopleAsync("us", "resume", "latest", "--program-name", lab.NameOf("us"), "--wait", "--json");
        var stale = await lab.RunAsync("de", "apply", "latest", "--program-name", lab.NameOf("de"), "--json");
        await lab.ExtractAsync("de");
        var again = await lab.PlanAsync("de");
        var after = await LinesAsync(lab, "de", (string)again.Json["plan"]!);
        var second = await lab.WithPeopleAsync("de", "apply", "latest", "--program-name", lab.NameOf("de"), "--wait", "--json");

        stopped.ExitCode.Should().Be(5, stopped.Output + stopped.Error);
        var shared = lab.Shared();
        shared.Should().NotBeEmpty();
        before.Where(line => line.Reason == "UnderWayInProgram").Select(line => line.Source).Should().Contain(shared);
        done.ExitCode.Should().Be(0, done.Output + done.Error);
        stale.ExitCode.Should().Be(4, stale.Output + stale.Error);
        stale.Output.Should().Contain("other programs of the brand");
        after.Should().NotContain(line => line.Reason == "UnderWayInProgram");
        after.Where(line => line.Verb == "adopt").Select(line => line.Source).Should().Contain(shared);
        second.ExitCode.Should().Be(0, second.Output + second.Error);
        Accounts(lab).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Two_programs_that_are_applied_at_the_same_time_make_each_partner_once()
    {
        await using var lab = await BrandLab.CreateAsync();
        await lab.ExtractAsync("us");
        await lab.ExtractAsync("de");
        await lab.PlanAsync("us");
        await lab.PlanAsync("de");

        var both = await Task.WhenAll(lab.WithPeopleAsync("us", "apply", "latest", "--program-name", lab.NameOf("us"), "--wait", "--json"), lab.WithPeopleAsync("de", "apply", "latest", "--program-name", lab.NameOf("de"), "--wait", "--json"));

        foreach (var result in both)
        {
            result.Output.Should().Contain("\"status\": \"completed\"", result.Output + result.Error);
        }

        both.Select(result => result.Output).Should().Contain(output => output.Contains("UnderWayInProgram", StringComparison.Ordinal));
        Accounts(lab).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_partners_of_a_brand_are_told_once_each_with_their_participations()
    {
        await using var lab = await BrandLab.CreateAsync();
        await lab.ExtractAsync("us");
        var early = await lab.RunAsync(null, "brand", "partners", "--json");
        await lab.ExtractAsync("de");
        var status = await lab.RunAsync(null, "brand", "status", "--json");
        var doctor = await lab.RunAsync(null, "brand", "doctor", "--json");

        var result = await lab.RunAsync(null, "brand", "partners", "--days", "5000", "--csv", "partners.csv", "--json");

        early.Json["unreadPrograms"]!.AsArray().Select(name => (string)name!).Should().Equal("de");
        status.ExitCode.Should().Be(0, status.Output + status.Error);
        status.Json["programs"]!["de"]!["next"]!.ToString().Should().Contain("bridge plan");
        doctor.ExitCode.Should().Be(0, doctor.Output + doctor.Error);
        result.ExitCode.Should().Be(0, result.Output + result.Error);
        ((int)result.Json["partners"]!).Should().Be(lab.Brand.Truth.Partners.Count);
        ((int)result.Json["byPrograms"]!["2"]!).Should().Be(lab.Brand.Truth.Partners.Count(partner => partner.Participations.Count == 2));
        var rows = File.ReadAllLines(Path.Combine(lab.Folder, "partners.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        foreach (var participation in lab.Brand.Truth.Partners.SelectMany(partner => partner.Participations).Where(one => one.NetSales > 0))
        {
            rows.Should().ContainSingle(row => row[3] == participation.Program && row[4] == participation.Sid && row[7] == participation.Currency)
                .Which[9].Should().Be(participation.NetSales.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        result.Json["subNetworks"]!.AsArray().Should().NotBeEmpty();
        foreach (var network in lab.Brand.Parts.SelectMany(part => part.Pack.Truth.Publishers.Select(publisher => (part.Program.Name, Publisher: publisher))).Where(one => one.Publisher.SubPublisherOrders.Count > 0))
        {
            rows.Should().ContainSingle(row => row[3] == network.Name && row[4] == network.Publisher.Sid).Which[11..13].Should().Equal(
                network.Publisher.SubPublisherOrders.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
                network.Publisher.SubPublisherOrders.Values.Sum().ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_brand_is_made_in_one_go_and_nothing_is_overwritten()
    {
        var folder = Directory.CreateTempSubdirectory("bridge-brand-init-").FullName;

        var made = await Cli.RunAsync(folder, "init", "rakuten", "impact", "acme", "--programs", "us,de", "--json");
        var again = await Cli.RunAsync(folder, "init", "rakuten", "impact", "acme", "--programs", "us,de");
        var twice = await Cli.RunAsync(folder, "init", "rakuten", "impact", "other", "--programs", "us,us");
        var alone = await Cli.RunAsync(Path.Combine(folder, "acme", "us"), "brand", "status");

        made.ExitCode.Should().Be(0, made.Output + made.Error);
        made.Json["files"]!.AsArray().Select(file => (string)file!).Should().Contain(["brand.yaml", "us/bridge.yaml", "de/bridge.yaml"]);
        File.ReadAllText(Path.Combine(folder, "acme", "de", "bridge.yaml")).Should().Contain("client: acme\nmigration: de\n");
        again.ExitCode.Should().Be(1);
        again.Error.Should().Contain("brand.yaml");
        twice.ExitCode.Should().Be(1);
        twice.Error.Should().Contain("us,us");
        alone.Error.Should().Contain("BRG-BRAND-000");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Sites of all accounts that were made since the start.</summary>
    private static List<string> Accounts(BrandLab lab)
    {
        var sites = new List<string>();
        foreach (var line in lab.Impact.Truth.After(0).Where(line => line.Contains("\"partner.create\"", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(line);
            sites.Add(json.RootElement.GetProperty("fields").GetProperty("host").GetString()!);
        }

        sites.Should().NotBeEmpty();
        return sites;
    }

    private static async Task<List<(string Source, string? Reason, string? Verb)>> LinesAsync(BrandLab lab, string program, string plan)
    {
        var file = Directory.EnumerateFiles(Path.Combine(lab.Folder, program, ".bridge", "artifacts"), $"{plan}*", SearchOption.AllDirectories).Single();
        var lines = new List<(string, string?, string?)>();
        foreach (var text in await File.ReadAllLinesAsync(file))
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var record = root.TryGetProperty("step", out var step) ? step : root;
            if (record.TryGetProperty("entity", out var entity) && entity.GetString() == "partner" && record.TryGetProperty("source", out var source) && source.GetString() is { } key)
            {
                lines.Add((key, record.TryGetProperty("reason", out var reason) ? reason.GetString() : null, record.TryGetProperty("id", out var id) ? id.GetString()!.Split('/')[^1] : null));
            }
        }

        return lines;
    }
}
