using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>The account of an extraction does not balance: records were lost, doubled or misfiled on the way into the snapshot.</summary>
/// <param name="entity">Entity.</param>
/// <param name="record">Key of the first record concerned; null when only a sum tells.</param>
/// <param name="place">Page, part or sum where it showed.</param>
/// <param name="problem">What does not balance, with a closing full stop.</param>
/// <param name="inner">Cause.</param>
public sealed class SnapshotIntegrityException(EntityKind entity, string? record, string place, string problem, Exception? inner = null)
    : Exception($"Extraction of {EntityNames.Of(entity)}, {place}: {problem} Nothing was sealed; extract again, and report it when it repeats.", inner)
{
    /// <summary>Entity.</summary>
    public EntityKind Entity { get; } = entity;

    /// <summary>Key of the first record concerned; null when only a sum tells.</summary>
    public string? Record { get; } = record;

    /// <summary>Page, part or sum where it showed.</summary>
    public string Place { get; } = place;
}
