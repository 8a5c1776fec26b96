using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Programs;

namespace Bridge.Engine.Snapshots;

/// <summary>What the hash of a snapshot is made of: content, and neither times, ids, nor layout.</summary>
internal sealed record SnapshotContent
{
    public required int Format { get; init; }

    public required string Rail { get; init; }

    public required Program Program { get; init; }

    public required ValueList<SnapshotEntityContent> Entities { get; init; }

    public required ValueList<EntityKind> NotListable { get; init; }

    public required long Findings { get; init; }

    public required string? FindingsHash { get; init; }

    public static SnapshotContent Of(SnapshotManifest manifest) => new()
    {
        Format = manifest.Format,
        Rail = manifest.Rail,
        Program = manifest.Program,
        Entities = manifest.Entities.Select(SnapshotEntityContent.Of).ToValueList(),
        NotListable = manifest.NotListable,
        Findings = manifest.Findings,
        FindingsHash = manifest.FindingsHash,
    };
}
