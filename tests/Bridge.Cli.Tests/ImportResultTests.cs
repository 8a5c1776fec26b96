using System.Globalization;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Bridge.Cli.Tests;

/// <summary>What the portal's importer answered comes back into the run.</summary>
public sealed class ImportResultTests
{
    [Fact]
    public async Task Rows_that_were_taken_wait_for_their_partners_and_the_file_may_go()
    {
        await using var lab = await PackLab.WithPacksAsync();
        var pack = await PackAsync(lab);
        var mail = await UploadAsync(lab, pack);

        var looked = await lab.RunAsync("import-result", mail, "--dry-run", "--json");
        var read = await lab.RunAsync("import-result", mail, "--as", "Maria", "--json");
        var again = await lab.RunAsync("import-result", mail, "--json");
        var task = (await PackLab.TasksAsync(lab)).Single(one => (string)one["id"]! == pack);
        var held = (await lab.RunAsync("tasks", "--json")).Json["packs"]!.AsArray().Single(one => (string)one!["pack"]! == pack)!;
        var run = await lab.RunAsync("show", "run", "latest", "--json");

        read.ExitCode.Should().Be(0, read.Output + read.Error);
        ((bool)looked.Json["taken"]!).Should().BeFalse();
        ((string)read.Json["pack"]!, (bool)read.Json["taken"]!).Should().Be((pack, true));
        ((int)read.Json["accepted"]! + (int)read.Json["matched"]!).Should().Be((int)read.Json["partners"]!);
        read.Json["notMentioned"]!.AsArray().Should().BeEmpty();
        ((bool)again.Json["alreadyKnown"]!).Should().BeTrue(again.Output + again.Error);
        ((string)task["group"]!).Should().Be("partners");
        ((int)task["withPartner"]!).Should().Be((int)task["open"]!).And.BePositive();
        ((bool)held["mayBeDeleted"]!).Should().BeTrue();
        run.Json["owners"]!.AsObject().Should().ContainKey("partner", run.Output);
    }

    [Fact]
    public async Task Refused_rows_are_asked_about_and_handed_out_again_once_they_are_put_right()
    {
        await using var lab = await PackLab.WithPacksAsync();
        var pack = await PackAsync(lab);
        var file = await ResultAsync(lab, pack, (key, _) => $"{key},Error,The group does not exist");

        var read = await lab.RunAsync("import-result", file, "--json");
        read.ExitCode.Should().Be(0, read.Output + read.Error);
        var question = (await PackLab.TasksAsync(lab)).Should().ContainSingle(task => (string)task["tool"]! == "rejected-rows", read.Output).Subject;
        var wrong = await lab.RunAsync("tasks", "complete", (string)question["id"]!, "--value", "yes", "--json");
        var answered = await lab.RunAsync("tasks", "complete", (string)question["id"]!, "--value", "again", "--as", "Maria", "--json");
        var resumed = await lab.RunAsync("resume", "latest", "--program-name", lab.ProgramName, "--json");
        var after = await PackLab.TasksAsync(lab);

        read.ExitCode.Should().Be(0, read.Output + read.Error);
        read.Json["rejected"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(row => (string)row!["reason"]! == "The group does not exist");
        question["wrong"]!.AsArray().Should().HaveCount(read.Json["rejected"]!.AsArray().Count);
        wrong.ExitCode.Should().Be(1);
        answered.ExitCode.Should().Be(0, answered.Output + answered.Error);
        resumed.ExitCode.Should().Be(5, resumed.Output + resumed.Error);
        after.Should().NotContain(task => (string)task["tool"]! == "rejected-rows" || (string)task["id"]! == pack);
        after.Should().Contain(task => (string)task["form"]! == "FilePack" && (int)task["reissue"]! > 0 && (int)task["steps"]! >= read.Json["rejected"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_matched_account_that_nothing_confirms_becomes_a_question()
    {
        await using var lab = await PackLab.WithPacksAsync();
        var pack = await PackAsync(lab);
        var file = Path.Combine(lab.Folder, "result.csv");
        await File.WriteAllLinesAsync(file, ["Line,Partner Name,Import Result,Partner ID", "2,Somebody Else LLC,Matched existing account,987654"]);

        var read = await lab.RunAsync("import-result", file, "--pack", pack, "--json");
        var question = (await PackLab.TasksAsync(lab)).Single(task => (string)task["tool"]! == "match-account");
        var slip = await File.ReadAllTextAsync(Path.Combine(lab.Folder, "outbox", (string)question["id"]! + ".json"));
        await lab.RunAsync("tasks", "complete", (string)question["id"]!, "--value", "yes", "--as", "Maria");
        var verified = await lab.RunAsync("tasks", "verify", "--json");
        var after = await PackLab.TasksAsync(lab);

        read.ExitCode.Should().Be(0, read.Output + read.Error);
        ((string)question["title"]!).Should().Contain("987654");
        slip.Should().Contain("A name alone says nothing");
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
        after.Should().NotContain(task => (string)task["tool"]! == "match-account");
        ((int)after.Single(task => (string)task["id"]! == pack)["withPartner"]!).Should().Be(1);
    }

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

    /// <summary>Uploads a pack and gives the path of the result file that is mailed.</summary>
    private static async Task<string> UploadAsync(MigrationLab lab, string pack)
    {
        var portal = PackLab.Portal(lab);
        var import = await portal.ImportProspectsAsync(await File.ReadAllTextAsync(Path.Combine(lab.Folder, "outbox", pack + ".csv")), CancellationToken.None);
        while (!(await portal.ImportAsync(import, CancellationToken.None)).IsFinished)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), lab.Time);
        }

        var path = Path.Combine(lab.Folder, "mail.csv");
        await File.WriteAllTextAsync(path, await portal.ImportResultFileAsync(import, CancellationToken.None));
        return path;
    }

    /// <summary>A result file with a line for every partner of a pack.</summary>
    private static async Task<string> ResultAsync(MigrationLab lab, string pack, Func<string, int, string> line)
    {
        var rows = new List<string>();
        using (var csv = new CsvReader(new StreamReader(Path.Combine(lab.Folder, "outbox", pack + ".csv")), CultureInfo.InvariantCulture))
        {
            await csv.ReadAsync();
            csv.ReadHeader();
            while (await csv.ReadAsync())
            {
                rows.Add(csv.GetField("MPValue1")!);
            }
        }

        var path = Path.Combine(lab.Folder, "result.csv");
        await File.WriteAllLinesAsync(path, ["MPValue1,Status,Message", .. rows.Select(line)]);
        return path;
    }
}
