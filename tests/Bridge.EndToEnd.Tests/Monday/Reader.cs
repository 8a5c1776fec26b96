using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bridge.EndToEnd.Tests.Kills;
using CsvHelper;

namespace Bridge.EndToEnd.Tests.Monday;

/// <summary>
/// Somebody who follows a section of the README: runs its commands, fills in what it asks for, and knows what only the brand can know.
/// Nothing is done that the text does not say; only the rail's clock runs faster than a reader would let it.
/// </summary>
/// <param name="home">Folder that is home.</param>
/// <param name="told">Told every line that was followed, with its end; null for one that stays open.</param>
internal sealed partial class Reader(string home, Action<string, ProcessResult?> told) : IAsyncDisposable
{
    private readonly ReaderShell shell = new(home);
    private readonly List<(string Folder, string Line, ProcessResult Result)> ran = [];
    private JsonObject rail = [];
    private BridgeProcess? people;
    private string downloads = "";

    /// <summary>Follows the lines to the end.</summary>
    public async Task FollowAsync(IReadOnlyList<ReadmeLine> lines)
    {
        foreach (var line in lines)
        {
            switch (line)
            {
                case ReadmeLine.Person person:
                    await ActAsync(person.Name);
                    break;
                case ReadmeLine.Command command:
                    await RunAsync(command);
                    break;
            }
        }
    }

    /// <summary>The last run of a command in a folder below home.</summary>
    public ProcessResult Ran(string folder, string command) =>
        ran.Last(each => each.Folder.EndsWith(folder, StringComparison.Ordinal) && each.Line.StartsWith("bridge " + command, StringComparison.Ordinal)).Result;

    /// <summary>How a program's inbox was told to lack the assignments.</summary>
    public ProcessResult Blocked(string program) =>
        ran.Last(each => each.Folder.EndsWith("acme/" + program, StringComparison.Ordinal) && each.Line == "bridge inbox" && each.Result.ExitCode == 2).Result;

    /// <summary>What the rail holds now.</summary>
    public async Task<RailState> RailAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri((string)rail["baseUrl"]!) };
        return new RailState(await http.GetStringAsync("__state"));
    }

    public async ValueTask DisposeAsync() => await shell.DisposeAsync();

    private async Task RunAsync(ReadmeLine.Command command)
    {
        if (command.Text.Contains("simulate impact", StringComparison.Ordinal))
        {
            // Any free port; and a reader has more time than a test.
            var line = command.Text.Replace("--port 5001", "--port 0", StringComparison.Ordinal).Replace("--speed 3600", "--speed 20000", StringComparison.Ordinal);
            rail = await shell.Start(line + " --json").FirstObjectAsync();
            told(command.Text, null);
            return;
        }

        if (Export().Match(command.Text) is { Success: true } export)
        {
            shell.Variables[export.Groups[1].Value] = (string)rail["variables"]![export.Groups[1].Value]!;
            told(command.Text, null);
            return;
        }

        if (command.Text.Contains("simulate portal", StringComparison.Ordinal))
        {
            // The terminal of the people is used for one program after the other.
            await (people?.DisposeAsync() ?? ValueTask.CompletedTask);
            people = shell.Start(command.Text);
            told(command.Text, null);
            return;
        }

        var folder = shell.Folder;
        var result = await shell.RunAsync(command.Text);
        told(command.Text, result);
        ran.Add((folder, command.Text, result));
        if (command.Text.Contains("simulate brand downloads", StringComparison.Ordinal) && downloads.Length == 0)
        {
            downloads = result.Output;
        }

        result.ExitCode.Should().Be(command.ExitCode, result.Told);
    }

    private async Task ActAsync(string what)
    {
        switch (what)
        {
            case "settings":
                await FillInAsync("us");
                await FillInAsync("de");
                break;
            case "answers":
                foreach (var sheet in Directory.EnumerateFiles(shell.Folder, "*.csv").Where(file => Path.GetFileName(file) is "questions.csv" or "losses.csv"))
                {
                    Answer(sheet);
                }

                break;
            default:
                throw new InvalidOperationException($"The README asks its reader for '{what}', and the test does not know how.");
        }

        told($"<{what}>", null);
    }

    /// <summary>Fills in bridge.yaml of a program with what the two simulations printed.</summary>
    private async Task FillInAsync(string program)
    {
        var printed = Regex.Match(downloads, $"^  {program}: .*advertiserId: \"(\\d+)\", currency: ([A-Z]+), timeZone: (\\S+), exportDate: (\\S+)", RegexOptions.Multiline);
        printed.Success.Should().BeTrue(downloads);
        var file = Path.Combine(shell.Folder, "acme", program, "bridge.yaml");
        var yaml = await File.ReadAllTextAsync(file);
        yaml = Set(yaml, "advertiserId", $"\"{printed.Groups[1].Value}\"");
        yaml = Set(yaml, "currency", printed.Groups[2].Value);
        yaml = Set(yaml, "timeZone", printed.Groups[3].Value);
        yaml = Set(yaml, "exportDate", printed.Groups[4].Value);
        foreach (var (key, value) in rail["settings"]!.AsObject())
        {
            // Both rails have a baseUrl; the one of impact.com stands behind.
            yaml = Set(yaml, key, (string)value!, yaml.IndexOf("\n  impact:", StringComparison.Ordinal));
        }

        yaml = Set(yaml, "programId", $"\"{((string)rail["programs"]![program]!).Trim('"')}\"");
        await File.WriteAllTextAsync(file, $"{yaml}\nsimulation:\n  clock: {rail["clock"]}\n");
    }

    private static string Set(string yaml, string key, string value, int behind = 0)
    {
        var line = new Regex($"^    (# )?{key}: .*$", RegexOptions.Multiline);
        line.IsMatch(yaml, behind).Should().BeTrue("bridge.yaml has a line for '{0}'", key);
        return line.Replace(yaml, $"    {key}: {value}", 1, behind);
    }

    /// <summary>Answers a sheet as the brand would.</summary>
    private static void Answer(string sheet)
    {
        var rows = new List<IDictionary<string, object>>();
        using (var reader = new CsvReader(new StreamReader(sheet), CultureInfo.InvariantCulture))
        {
            rows.AddRange(reader.GetRecords<dynamic>().Select(row => new Dictionary<string, object>((IDictionary<string, object>)row)));
        }

        rows.Should().NotBeEmpty();
        foreach (var row in rows)
        {
            row["Answer"] = (string)row["Kind"] switch
            {
                "fileKind" => "approved",
                "tierBasis" => "periodRevenue",
                "loss" => "accept",
                var other => throw new InvalidOperationException($"Nobody at the brand was asked about '{other}' before: {row["Question"]}"),
            };
            row["Answered By"] = "Maria";
        }

        using var writer = new CsvWriter(new StreamWriter(sheet), CultureInfo.InvariantCulture);
        foreach (var heading in rows[0].Keys)
        {
            writer.WriteField(heading);
        }

        writer.NextRecord();
        foreach (var row in rows)
        {
            foreach (var cell in row.Values)
            {
                writer.WriteField(cell);
            }

            writer.NextRecord();
        }
    }

    [GeneratedRegex(@"^export ([A-Z_]+)=")]
    private static partial Regex Export();
}
