using Bridge.Model.Identity;

namespace Bridge.Engine.Artifacts;

/// <summary>Every artifact path of one migration; there are no string paths elsewhere.</summary>
/// <param name="Client">Client id, a key segment.</param>
/// <param name="Migration">Migration id, a key segment.</param>
public sealed record MigrationKeys(string Client, string Migration)
{
    /// <summary>Prefix of all keys, with a closing slash.</summary>
    public string Prefix => $"{Client}/{Migration}/";

    /// <summary>Manifest of a snapshot; written last, so a snapshot without it is not whole.</summary>
    public ArtifactKey Manifest(SnapshotSide side, string snapshotId) => new(Client, Migration, "snapshots", SideOf(side), snapshotId, "manifest.json");

    /// <summary>Findings of a snapshot.</summary>
    public ArtifactKey SnapshotFindings(SnapshotSide side, string snapshotId) => new(Client, Migration, "snapshots", SideOf(side), snapshotId, "findings.ndjson");

    /// <summary>A part of an entity in a snapshot: <c>seg</c> records, <c>fp</c> fingerprints, <c>raw</c> encrypted raw pages.</summary>
    public ArtifactKey Part(SnapshotSide side, string snapshotId, EntityKind entity, int part, string extension) =>
        new(Client, Migration, "snapshots", SideOf(side), snapshotId, EntityNames.Of(entity), $"part-{part:D5}.{extension}");

    /// <summary>Prefix of the snapshots of one side.</summary>
    public string Snapshots(SnapshotSide side) => $"{Prefix}snapshots/{SideOf(side)}/";

    /// <summary>A plan.</summary>
    public ArtifactKey Plan(string planHash) => new(Client, Migration, "plans", planHash + ".ndjson");

    /// <summary>Prefix of the plans.</summary>
    public string Plans => $"{Prefix}plans/";

    /// <summary>A document about a plan, for example <c>dry-run.html</c>.</summary>
    public ArtifactKey PlanReport(string planHash, string name) => new(Client, Migration, "reports", planHash, name);

    /// <summary>A document about a run, for example <c>results.csv</c>.</summary>
    public ArtifactKey RunReport(string runId, string name) => new(Client, Migration, "runs", runId, name);

    private static string SideOf(SnapshotSide side) => side == SnapshotSide.Source ? "source" : "target";
}
