using System.Text.Json.Nodes;

namespace Bridge.Cli.Tests;

/// <summary>A folder of downloads, from init to a snapshot, with what is missing and what is asked on the way.</summary>
public sealed class InboxTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-inbox-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Acme => Path.Combine(folder, "acme");

    [Theory]
    [InlineData("rakuten", "templates/offer-assignments.xlsx")]
    [InlineData("house", "templates/partners.xlsx")]
    public async Task Init_makes_an_inbox_with_a_checklist_and_sheets_for_what_nobody_exports(string rail, string template)
    {
        var result = await RunAsync("init", rail, "impact", "acme", "--json");

        result.ExitCode.Should().Be(0, result.Error);
        result.Json["files"]!.AsArray().Select(file => (string)file!).Should().Contain([template, "inbox/CHECKLIST.md", "inbox/CHECKLIST.csv", "inbox/CHECKLIST.xlsx"]);
        (await File.ReadAllTextAsync(Path.Combine(Acme, "bridge.yaml"))).Should().Contain("exportFolder: inbox");
        var checklist = await File.ReadAllTextAsync(Path.Combine(Acme, "inbox", "CHECKLIST.md"));
        checklist.Should().Contain("**Where:**").And.Contain("**Usually with:**").And.Contain("**Without it:**").And.Contain("needed: ");
    }

    [Fact]
    public async Task Without_the_assignment_sheet_it_stops_with_the_partners_named_and_goes_on_when_the_sheet_arrives()
    {
        await DownloadAsync("--without-assignments", "--clean");

        var first = await InboxAsync();
        await AnswerAllAsync(first);
        var second = await InboxAsync();
        var extracted = await RunAsync("extract", "-C", "acme", "--side", "source", "--json");
        await RunAsync("simulate", "brand", "downloads", "--publishers", "60", "--clean", "--only-assignments");
        Copy();
        var third = await InboxAsync();
        var again = await RunAsync("extract", "-C", "acme", "--side", "source", "--anew", "--json");

        first.ExitCode.Should().Be(2);
        first.Json["questions"]!.AsArray().Should().NotBeEmpty();
        second.ExitCode.Should().Be(2);
        second.Json["questions"]!.AsArray().Should().BeEmpty("every question was answered, and none is asked twice");
        var gap = second.Json["gaps"]!.AsArray().Single(each => (bool)each!["blocks"]!)!;
        ((string)gap["kind"]!).Should().Be("Assignments");
        gap["keys"]!.AsArray().Should().NotBeEmpty();
        extracted.ExitCode.Should().Be(2, extracted.Output + extracted.Error);
        extracted.Output.Should().Contain("BRG-RKT-036").And.Contain("baseline is not assumed");
        ((int)extracted.Json["snapshots"]![0]!["entities"]!["contracts"]!["records"]!).Should().Be(0);
        third.ExitCode.Should().Be(0, third.Output + third.Error);
        again.ExitCode.Should().Be(0, again.Output + again.Error);
        ((int)again.Json["snapshots"]![0]!["entities"]!["contracts"]!["records"]!).Should().BePositive();
    }

    [Fact]
    public async Task A_partner_without_assignment_is_listed_and_reported_while_the_others_go_on()
    {
        await DownloadAsync("--clean");
        var sheet = Directory.GetFiles(Path.Combine(Acme, "inbox"), "Konditionen je Publisher*").Single();
        var lines = (await File.ReadAllLinesAsync(sheet)).ToList();
        var header = lines[0].Split(';').Select(cell => cell.Trim('"', '\uFEFF')).ToList();
        var place = header.FindIndex(cell => cell is "Site ID" or "SID" or "Website-ID" or "Publisher-ID");
        place.Should().BeGreaterThanOrEqualTo(0, lines[0]);
        await AnswerAllAsync(await InboxAsync());
        var complete = await InboxAsync();
        var left = lines[1].Split(';')[place].Trim('"');
        await File.WriteAllLinesAsync(sheet, lines.Where((line, index) => index == 0 || line.Split(';')[place].Trim('"') != left));

        var partly = await InboxAsync();
        var extracted = await RunAsync("extract", "-C", "acme", "--side", "source", "--conversions", "--json");
        var shown = await RunAsync("show", "snapshot", "source", "-C", "acme", "--json");

        Uncovered(partly).Except(Uncovered(complete)).Should().Equal(left);
        partly.ExitCode.Should().Be(0, "the others go on");
        extracted.ExitCode.Should().Be(0, extracted.Output + extracted.Error);
        shown.Json["firstFindings"]!.AsArray().Should().Contain(finding => (string)finding!["code"]! == "BRG-RKT-032" && (string)finding["subject"]! == left);
        ((int)shown.Json["scope"]!["months"]!).Should().BeGreaterThanOrEqualTo(12);
        shown.Json["scope"]!["performance"]!.AsArray().Should().NotBeEmpty();
        shown.Json["scope"]!["entities"]!.AsArray().Should().Contain(entity => (string)entity!["entity"]! == "partners" && ((string)entity["owner"]!).Contains("dashboard", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_recognised_wrongly_can_be_set_by_a_person()
    {
        await DownloadAsync("--clean");
        var wrong = await RunAsync("inbox", "set", "Deeplinks.csv", "--holds", "nonsense", "--as", "Maria", "-C", "acme");

        var set = await RunAsync("inbox", "set", "Deeplinks.csv", "--holds", "ignore", "--as", "Maria", "-C", "acme");
        var looked = await InboxAsync();

        wrong.ExitCode.Should().Be(1);
        wrong.Error.Should().Contain("approved, applied");
        set.ExitCode.Should().Be(0, set.Error);
        looked.Json["files"]!.AsArray().Single(file => (string)file!["file"]! == "Deeplinks.csv")!["kind"].Should().BeNull();
        (await File.ReadAllTextAsync(Path.Combine(Acme, "answers.csv"))).Should().Contain("fileKind,Deeplinks.csv,ignore,Maria");
    }

    private static List<string> Uncovered(CliResult inbox) => [.. inbox.Json["gaps"]!.AsArray()
        .Where(gap => (string)gap!["kind"]! == "Assignments")
        .SelectMany(gap => gap!["keys"]!.AsArray().Select(key => (string)key!))];

    private async Task DownloadAsync(params string[] options)
    {
        await RunAsync("init", "rakuten", "impact", "acme");
        var brand = await RunAsync(["simulate", "brand", "downloads", "--publishers", "60", .. options]);
        brand.ExitCode.Should().Be(0, brand.Error);
        Copy();
        var yaml = Path.Combine(Acme, "bridge.yaml");
        var text = await File.ReadAllTextAsync(yaml);
        text = text.Replace("advertiserId: 38207", "advertiserId: 41553", StringComparison.Ordinal).Replace("    currency: USD\n", "    currency: EUR\n    exportDate: 2026-06-30\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(yaml, text);
    }

    private void Copy()
    {
        var downloads = Path.Combine(folder, "downloads", "de");
        foreach (var file in Directory.EnumerateFiles(downloads, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Acme, "inbox", Path.GetRelativePath(downloads, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>Answers everything as a person would who knows the program, in one sheet.</summary>
    private async Task AnswerAllAsync(CliResult inbox)
    {
        string Answer(JsonNode question) => (string)question["kind"]! switch
        {
            "fileKind" => ((string)question["subject"]!).Contains("(2)", StringComparison.Ordinal) ? "removed" : ((string)question["subject"]!).Contains("(1)", StringComparison.Ordinal) ? "applied" : "approved",
            "dateOrder" => "dmy",
            "decimalMark" => "1.234,56",
            "timeZone" => "Europe/Berlin",
            _ => (string)question["options"]![0]!,
        };
        var rows = inbox.Json["questions"]!.AsArray().Select(question => $"{question!["id"]};{Answer(question)}");
        await File.WriteAllTextAsync(Path.Combine(folder, "back.csv"), "ID;Answer\n" + string.Join('\n', rows) + "\n");
        var taken = await RunAsync("questions", "import", "back.csv", "--as", "Maria", "-C", "acme");
        taken.ExitCode.Should().Be(0, taken.Error);
    }

    private Task<CliResult> InboxAsync() => RunAsync("inbox", "-C", "acme", "--json");

    private Task<CliResult> RunAsync(params string[] arguments) => Cli.RunAsync(folder, arguments);
}
