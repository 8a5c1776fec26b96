namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>A wish for one call.</summary>
/// <param name="Group">Rate group.</param>
/// <param name="Priority">Lane.</param>
/// <param name="Caller">Whose turn it takes, normally the migration: callers in one lane are served in turns.</param>
public readonly record struct RateDemand(string Group, CallPriority Priority, string Caller);
