namespace Bridge.Model.Contracts;

/// <summary>How long after a click or view a conversion still counts.</summary>
public sealed record ReferralWindows
{
    /// <summary>Click window; null when the program default holds or the rail does not say.</summary>
    public TimeSpan? Click { get; init; }

    /// <summary>View window; null when views do not count or the rail does not say.</summary>
    public TimeSpan? View { get; init; }
}
