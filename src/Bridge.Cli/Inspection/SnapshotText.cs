using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Cli.Inspection;

/// <summary>A snapshot in words and as JSON.</summary>
internal static class SnapshotText
{
    /// <summary>Findings told one by one.</summary>
    public const int MostFindings = 200;

    /// <summary>Findings of a snapshot that block every plan made from it, the first ones.</summary>
    public static async Task<IReadOnlyList<Finding>> BlockingAsync(SnapshotStore snapshots, SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.OpenAsync(manifest.Side, manifest.SnapshotId, cancellationToken);
        return snapshot is null
            ? []
            : await snapshot.ReadFindingsAsync(cancellationToken).Where(finding => finding.Severity == Severity.Blocking).Take(MostFindings).ToListAsync(cancellationToken);
    }

    /// <summary>The account of a snapshot.</summary>
    public static void Write(CliOutput output, SnapshotManifest manifest, IReadOnlyList<Finding>? findings = null)
    {
        output.Heading($"Snapshot {manifest.SnapshotId} of the {RailText.Word(manifest.Side)} {manifest.Connection} ({manifest.Rail}), program {manifest.Program.Id}, read {manifest.StartedAt:u}");
        output.Table(
            ["entity", "rows = records + totals + duplicates + conflicts + unreadable"],
            [.. manifest.Entities.Select(entity => new[]
            {
                EntityNames.Of(entity.Entity),
                string.Create(CultureInfo.InvariantCulture, $"{entity.Rows} {(entity.Balanced() ? "=" : "is not")} {entity.Records} + {entity.Totals} + {entity.Duplicates} + {entity.Conflicts} + {entity.Unreadable}"),
            })]);
        if (manifest.NotListable.Count > 0)
        {
            output.Line($"  The rail cannot list: {string.Join(", ", manifest.NotListable.Select(EntityNames.Of))}; these rest on the id map.");
        }

        output.Line(manifest.Findings == 0 ? "  No findings." : $"  {manifest.Findings} findings; 'bridge show snapshot {RailText.Word(manifest.Side)}' tells them.");
        foreach (var finding in findings ?? [])
        {
            output.Line("  " + finding);
        }
    }

    /// <summary>The same for programs.</summary>
    public static JsonObject Json(SnapshotManifest manifest, IReadOnlyList<Finding>? findings = null)
    {
        var entities = new JsonObject();
        foreach (var entity in manifest.Entities)
        {
            entities[EntityNames.Of(entity.Entity)] = new JsonObject
            {
                ["rows"] = entity.Rows,
                ["records"] = entity.Records,
                ["totals"] = entity.Totals,
                ["duplicates"] = entity.Duplicates,
                ["conflicts"] = entity.Conflicts,
                ["unreadable"] = entity.Unreadable,
                ["balanced"] = entity.Balanced(),
            };
        }

        var json = new JsonObject
        {
            ["snapshot"] = manifest.SnapshotId,
            ["side"] = RailText.Word(manifest.Side),
            ["connection"] = manifest.Connection,
            ["rail"] = manifest.Rail,
            ["program"] = manifest.Program.Id.ToString(),
            ["startedAt"] = manifest.StartedAt,
            ["completedAt"] = manifest.CompletedAt,
            ["hash"] = manifest.Hash,
            ["entities"] = entities,
            ["notListable"] = Output.Json.Texts(manifest.NotListable.Select(EntityNames.Of)),
            ["findings"] = manifest.Findings,
        };
        if (findings is not null)
        {
            json["firstFindings"] = Output.Json.Array(findings, Finding);
        }

        return json;
    }

    private static JsonObject Finding(Finding finding) => new()
    {
        ["code"] = finding.Code,
        ["severity"] = RailText.Word(finding.Severity),
        ["subject"] = finding.Subject,
        ["place"] = finding.Place,
        ["value"] = finding.Value,
        ["message"] = finding.Message,
        ["remedy"] = finding.Remedy,
    };
}
