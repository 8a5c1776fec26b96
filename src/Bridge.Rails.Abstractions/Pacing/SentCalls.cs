namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Calls sent at about one time.</summary>
/// <param name="At">Latest time among them at which one may have reached the rail, less the shortest way there.</param>
/// <param name="Count">How many.</param>
public readonly record struct SentCalls(DateTimeOffset At, int Count);
