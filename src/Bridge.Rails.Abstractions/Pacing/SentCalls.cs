namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Calls sent at about one time.</summary>
/// <param name="At">Latest sending time among them.</param>
/// <param name="Count">How many.</param>
public readonly record struct SentCalls(DateTimeOffset At, int Count);
