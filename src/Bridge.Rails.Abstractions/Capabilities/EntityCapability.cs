using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>What a connector can do with one kind of object.</summary>
/// <param name="Entity">Kind of object.</param>
/// <param name="Access">What it can do.</param>
/// <param name="Note">Where it comes from and what is missing, in one sentence.</param>
public sealed record EntityCapability(EntityKind Entity, EntityAccess Access, string Note);
