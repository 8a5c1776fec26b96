using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots.Export;
using Bridge.Hosting;
using Bridge.Hosting.Reports;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Reports;

/// <summary>A snapshot written as tables, and what became of it.</summary>
internal sealed class RecordTables
{
    private readonly string folder;
    private readonly IReadOnlyList<string> files;
    private readonly IReadOnlyDictionary<EntityKind, long> counts;
    private readonly IReadOnlyDictionary<string, long> losses;

    private RecordTables(string folder, IReadOnlyList<string> files, IReadOnlyDictionary<EntityKind, long> counts, IReadOnlyDictionary<string, long> losses)
    {
        this.folder = folder;
        this.files = files;
        this.counts = counts;
        this.losses = losses;
    }

    /// <summary>Writes the newest snapshot of a side.</summary>
    public static async Task<RecordTables> WriteAsync(
        OpenMigration migration, IRecordTables tables, string folder, SnapshotSide side, bool workbooks, bool personal, CancellationToken cancellationToken)
    {
        var word = side.ToString().ToLowerInvariant();
        var snapshot = await migration.Pipeline.Snapshots.FindNewestAsync(side, cancellationToken)
            ?? throw new CliException($"There is no snapshot of the {word} yet.", "Run 'bridge extract' first.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new CliException("The folder is not empty, and nothing is overwritten.", "Name another folder, or empty this one.") { Value = folder };
        }

        var program = snapshot.Manifest.Program;
        var context = new RecordTableContext(
            personal ? migration.Host.Vault : null,
            program.Currency ?? Currency.Parse("USD"),
            DateOnly.FromDateTime(snapshot.Manifest.StartedAt.UtcDateTime));
        var export = new RecordTableExport(tables, context, workbooks);
        var output = new ReportFolder(folder);
        var counts = await export.WriteAsync(snapshot, (name, write) => output.WriteAsync(name, write, cancellationToken), cancellationToken);
        return new RecordTables(folder, output.Written, counts, export.Losses);
    }

    /// <summary>For people.</summary>
    public void Write(CliOutput output)
    {
        output.Line($"{string.Join(", ", counts.Select(pair => $"{pair.Value} {EntityNames.Of(pair.Key)}"))}: {folder}");
        foreach (var (name, count) in losses)
        {
            output.Line($"  not held: {count} {name}");
        }
    }

    /// <summary>For programs.</summary>
    public JsonObject Json() => new()
    {
        ["folder"] = folder,
        ["files"] = new JsonArray([.. files.Select(path => (JsonNode)Path.GetFileName(path))]),
        ["records"] = new JsonObject(counts.Select(pair => KeyValuePair.Create(EntityNames.Of(pair.Key), (JsonNode?)pair.Value))),
        ["losses"] = new JsonObject(losses.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };
}
