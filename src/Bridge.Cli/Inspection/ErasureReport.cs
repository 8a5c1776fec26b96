using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Privacy;

namespace Bridge.Cli.Inspection;

/// <summary>What an erasure did, and what is left for people to do.</summary>
/// <param name="erasure">The erasure.</param>
/// <param name="reports">Reports that held the person and were deleted; they can be made again.</param>
/// <param name="yours">Files in the folder that hold the person and are not Bridge's to delete.</param>
internal sealed class ErasureReport(Erasure erasure, IReadOnlyList<string> reports, IReadOnlyList<string> yours)
{
    /// <summary>True when nothing of Bridge's holds the person any more.</summary>
    public bool Clean => erasure.Left.Count == 0;

    /// <summary>Looks through the migration's folder: reports are deleted, what people put there is named.</summary>
    public static async Task<ErasureReport> OfAsync(Erasure erasure, string folder, CancellationToken cancellationToken)
    {
        var (reports, yours) = (new List<string>(), new List<string>());
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList())
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (name.StartsWith(".bridge/", StringComparison.Ordinal) || !await HoldsAsync(erasure.Search, path, cancellationToken))
            {
                continue;
            }

            if (name.StartsWith("reports/", StringComparison.Ordinal) || name.StartsWith("outbox/", StringComparison.Ordinal))
            {
                File.Delete(path);
                reports.Add(name);
            }
            else
            {
                yours.Add(name);
            }
        }

        return new ErasureReport(erasure, reports, yours);
    }

    /// <summary>Tells it.</summary>
    public void Write(CliOutput output)
    {
        output.Line($"Partner '{erasure.Partner}': {erasure.Values} personal values can no longer be read.");
        List(output, "Raw pages removed; their hashes stay in the snapshots' manifests:", erasure.RawFiles);
        List(output, "Steps that are not carried out any more:", erasure.Steps);
        List(output, "Taken out of the outbox; 'bridge resume' writes what others still wait for without the person:", erasure.TakenBack);
        List(output, "Deleted because they held the person:", reports);
        List(output, "Delete your copies of these hand-offs, and of the result files that came back for them:", erasure.HandedOut);
        List(output, "These files are yours and hold the person; take the rows out or delete them, or the next extraction reads them again:", yours);
        List(output, "STILL HOLD a value in clear, for example as the name of the account. Correct it on the rail, extract anew, and remove these:", erasure.Left);
        output.Line("What was sent to a rail is there still: ask there, too. Plans leave the partner out from now on.");
    }

    /// <summary>The same for programs.</summary>
    public JsonObject Json() => new()
    {
        ["partner"] = erasure.Partner,
        ["values"] = erasure.Values,
        ["rawFiles"] = Output.Json.Texts(erasure.RawFiles),
        ["steps"] = Output.Json.Texts(erasure.Steps),
        ["takenBack"] = Output.Json.Texts(erasure.TakenBack),
        ["deleted"] = Output.Json.Texts(reports),
        ["handedOut"] = Output.Json.Texts(erasure.HandedOut),
        ["yours"] = Output.Json.Texts(yours),
        ["left"] = Output.Json.Texts(erasure.Left),
    };

    private static void List(CliOutput output, string head, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.Line(head);
        foreach (var line in lines)
        {
            output.Line("  " + line);
        }
    }

    private static async Task<bool> HoldsAsync(PersonSearch search, string path, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return await search.IsInAsync(stream, cancellationToken);
    }
}
