using System.Text.Json.Nodes;

namespace Bridge.Cli.Tests;

/// <summary>What the portal's importer answered comes back into the run.</summary>
public sealed class ImportResultTests
{
    [Fact]
    public async Task Everything_wrong_with_a_file_is_named_and_nothing_is_taken()
    {
        await using var lab = await PackLab.WithPacksAsync();
        var pack = await PackAsync(lab);
        var before = await lab.RunAsync("tasks", "--json");
        var file = await ResultAsync(lab, pack, (key, index) => index == 0 ? $"{key},Invited," : index == 1 ? $"{key},Perhaps," : $"x{key},Invited,");

        var read = await lab.RunAsync("import-result", file, "--json");
        var odd = await lab.RunAsync("import-result", file, "--status", "Perhaps=maybe", "--json");
        var column = await lab.RunAsync("import-result", file, "--column", "Colour=Status", "--json");
        var after = await lab.RunAsync("tasks", "--json");

        read.ExitCode.Should().Be(1);
        read.Json["problems"]!.AsArray().Should().HaveCountGreaterThan(1).And.OnlyContain(problem => problem!["place"]!.ToString().StartsWith("result.csv:") && problem["remedy"] != null);
        ((string)odd.Problem["message"]!).Should().Contain("'maybe' is no meaning");
        ((string)column.Problem["message"]!).Should().Contain("no such column");
        after.Output.Should().Be(before.Output);
    }

    [Fact]
    public async Task Packs_are_written_onto_the_template_that_was_downloaded_from_the_portal()
    {
        await using var lab = await PackLab.WithPacksAsync(lab =>
        {
            File.WriteAllText(Path.Combine(lab.Folder, "prospect.csv"), "\uFEFFPartnerwert 1;E-Mail-Adresse;Partnername;Partnergruppe;Vorlagen-ID;Bemerkung\r\n");
            lab.Rewrite("authToken:", "prospectTemplate: prospect.csv\n    authToken:");
        });
        var pack = await PackAsync(lab);

        var text = await File.ReadAllTextAsync(Path.Combine(lab.Folder, "outbox", pack + ".csv"));
        var slip = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(lab.Folder, "outbox", pack + ".json")))!;
        var doctor = await lab.RunAsync("doctor");
        await File.WriteAllTextAsync(Path.Combine(lab.Folder, "prospect.csv"), "Name,Email,MPValue1,Business Unit*\r\n");
        var plan = await lab.RunAsync("plan", "--json");

        text.Should().StartWith("Partnerwert 1;E-Mail-Adresse;Partnername;Partnergruppe;Vorlagen-ID;Bemerkung\r\n");
        ((string)slip["template"]!).Should().Be("prospect.csv");
        slip["unconfirmedColumns"].Should().BeNull();
        doctor.Output.Should().Contain("Written onto the template prospect.csv").And.Contain("partner-import file: Built-in columns. Unconfirmed column:");
        plan.ExitCode.Should().Be(1);
        ((string)plan.Problem["value"]!).Should().Be("Business Unit*");
    }

    private static async Task<string> PackAsync(MigrationLab lab) =>
        (string)(await PackLab.TasksAsync(lab)).Where(task => (string)task["tool"]! == "prospect-import").OrderByDescending(task => (int)task["steps"]!).First()["id"]!;

    /// <summary>A result file with a line for every partner of a pack.</summary>
    private static async Task<string> ResultAsync(MigrationLab lab, string pack, Func<string, int, string> line)
    {
        var rows = (await File.ReadAllLinesAsync(Path.Combine(lab.Folder, "outbox", pack + ".csv"))).Skip(1).Select(row => row.Split(',')[7]).ToList();
        var path = Path.Combine(lab.Folder, "result.csv");
        await File.WriteAllLinesAsync(path, ["MPValue1,Status,Message", .. rows.Select(line)]);
        return path;
    }
}
