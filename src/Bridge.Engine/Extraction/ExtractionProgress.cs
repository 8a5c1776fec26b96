using Bridge.Model.Identity;

namespace Bridge.Engine.Extraction;

/// <summary>How far extraction is; told after each page.</summary>
/// <param name="Entity">Entity that is being read.</param>
/// <param name="Pages">Its pages so far, those of an earlier attempt included.</param>
/// <param name="Records">Its records so far, duplicates included.</param>
/// <param name="Total">Records that the rail says there are; null when it does not say.</param>
/// <param name="Complete">True when the entity is read to its end.</param>
public sealed record ExtractionProgress(EntityKind Entity, long Pages, long Records, long? Total, bool Complete);
