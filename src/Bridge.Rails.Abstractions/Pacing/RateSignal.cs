namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>What one answer of a rail says about its rate limit, whichever dialect it spoke.</summary>
public sealed record RateSignal
{
    /// <summary>An answer that says nothing.</summary>
    public static RateSignal Silent { get; } = new();

    /// <summary>Whether the call was refused for its rate.</summary>
    public bool Refused { get; init; }

    /// <summary>Wait that the rail asks for, longest of all it gave; null when it gave none that is plausible.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Time until the rail's window starts anew; null when unknown.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Calls the account has per window; null when unknown.</summary>
    public int? Limit { get; init; }

    /// <summary>Calls left in the window for everybody on the account; null when unknown.</summary>
    public int? Remaining { get; init; }

    /// <summary>Length of the window that <see cref="Limit"/> speaks of; null when the header does not say.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>Whether a wait was longer than an hour and was cut to it; a person should look at the account.</summary>
    public bool Capped { get; init; }

    /// <summary>The wait after a refusal: the longest hint given; null when there was none.</summary>
    public TimeSpan? Wait => RetryAfter is { } retry && ResetAfter is { } reset ? (retry > reset ? retry : reset) : RetryAfter ?? ResetAfter;
}
