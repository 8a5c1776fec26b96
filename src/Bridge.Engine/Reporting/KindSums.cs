using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting;

/// <summary>The sum of the steps about one kind of object.</summary>
/// <param name="Entity">Kind of object.</param>
/// <param name="Steps">Its steps.</param>
public sealed record KindSums(EntityKind Entity, StepSums Steps);
