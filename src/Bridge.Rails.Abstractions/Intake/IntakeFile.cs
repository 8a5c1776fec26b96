using System.Text;
using System.Text.Json;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>
/// The decisions of <c>bridge inbox</c> beside <c>bridge.yaml</c>, as a connection picks them up. Files that it does not name are found by
/// their patterns, as without it; nothing is left out in silence.
/// </summary>
public sealed class IntakeFile
{
    private readonly IReadOnlyList<IntakeEntry> entries;

    private IntakeFile(IReadOnlyList<IntakeEntry> entries) => this.entries = entries;

    /// <summary>No decisions.</summary>
    public static IntakeFile None { get; } = new([]);

    /// <summary>Path of the file of a connection.</summary>
    public static string PathOf(string folder, string connection) => Path.Combine(folder, $"intake.{connection}.json");

    /// <summary>Reads the decisions about a connection; a file that is not there decides nothing, a damaged one is a finding.</summary>
    public static IntakeFile Read(string folder, string connection, ICollection<Finding> findings)
    {
        var path = PathOf(folder, connection);
        return Load(path, findings) is { } decisions ? new IntakeFile(decisions.Files) : None;
    }

    /// <summary>The decisions of a file; null when it is not there, or with a finding when it is damaged.</summary>
    public static IntakeDecisions? Load(string path, ICollection<Finding> findings)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), IntakeJson.Default.IntakeDecisions) ?? throw new JsonException("null");
        }
        catch (JsonException problem)
        {
            findings.Add(new Finding
            {
                Code = "BRG-TAB-025",
                Severity = Severity.Blocking,
                Place = $"{Path.GetFileName(path)}:{problem.LineNumber + 1}",
                Message = "The decisions about the inbox cannot be read.",
                Remedy = "Run 'bridge inbox', which writes the file again; answers are kept in answers.csv.",
            });
            return null;
        }
    }

    /// <summary>Writes decisions; the same decisions give the same bytes.</summary>
    public static async Task WriteAsync(string path, IntakeDecisions decisions, CancellationToken cancellationToken)
    {
        var next = path + ".new";
        await File.WriteAllTextAsync(next, JsonSerializer.Serialize(decisions, IntakeJson.Default.IntakeDecisions).ReplaceLineEndings("\n") + "\n", new UTF8Encoding(false), cancellationToken);
        File.Move(next, path, overwrite: true);
    }

    /// <summary>The files of a kind: those that were decided, then those of the patterns that nobody decided about.</summary>
    public IReadOnlyList<TableFile> Find(TableFolder folder, TableSchema schema, IReadOnlyList<string> patterns, TableForms forms)
    {
        var decided = entries
            .Where(entry => entry.Holds == schema.Name)
            .SelectMany(entry => folder.Find(entry.Apply(schema), [entry.File], entry.Apply(forms)));
        var named = entries.Select(entry => WorkbookOf(entry.File)).ToHashSet(StringComparer.Ordinal);
        return [.. decided, .. folder.Find(schema, patterns, forms).Where(file => !named.Contains(WorkbookOf(file.Name)))];
    }

    private static string WorkbookOf(string name) =>
        name.IndexOf(".xlsx#", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? name[..(at + 5)] : name;
}
