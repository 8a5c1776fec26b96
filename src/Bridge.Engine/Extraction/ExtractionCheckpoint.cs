using Bridge.Engine.Snapshots;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Extraction;

/// <summary>What an interrupted extraction needs to go on: everything in it rests in sealed parts.</summary>
public sealed record ExtractionCheckpoint
{
    /// <summary>Snapshot that is being made.</summary>
    public required SnapshotOrigin Origin { get; init; }

    /// <summary>True when conversions are read as well.</summary>
    public bool Conversions { get; init; }

    /// <summary>Start of the time of conversions as asked for.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End of the time of conversions as asked for.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Entities with sealed parts, in entity order.</summary>
    public ValueList<EntityProgress> Entities { get; init; } = [];

    /// <summary>Progress of an entity, or null.</summary>
    public EntityProgress? Of(EntityKind entity) => Entities.FirstOrDefault(progress => progress.Entity == entity);

    /// <summary>The same with an entity's progress replaced.</summary>
    public ExtractionCheckpoint With(EntityProgress progress) => this with
    {
        Entities = Entities.Where(entity => entity.Entity != progress.Entity).Append(progress).OrderBy(entity => entity.Entity).ToValueList(),
    };
}
