using Bridge.Model.Identity;

namespace Bridge.Engine.Intake;

/// <summary>What a snapshot holds of one kind of object.</summary>
/// <param name="Entity">Kind.</param>
/// <param name="Count">Records.</param>
/// <param name="Active">Those in force; null when the kind has no state.</param>
/// <param name="LastActivity">Latest day that one of them shows: joined, started or happened; null when none does.</param>
/// <param name="Owner">Who usually has them, by the rail's own list; null when it does not say.</param>
public sealed record ScopeLine(EntityKind Entity, long Count, long? Active, DateTimeOffset? LastActivity, string? Owner);
