namespace Bridge.Simulation.Impact.Terms;

/// <summary>An override for a stretch of time. Its status follows from the clock.</summary>
/// <param name="Name">Display name.</param>
/// <param name="StartDate">First instant.</param>
/// <param name="EndDate">Last instant; null while open-ended.</param>
/// <param name="EventPayouts">What applies meanwhile.</param>
public sealed record ScheduledTerm(string Name, DateTimeOffset StartDate, DateTimeOffset? EndDate, IReadOnlyList<EventPayout> EventPayouts);
