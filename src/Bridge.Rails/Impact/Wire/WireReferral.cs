namespace Bridge.Rails.Impact.Wire;

/// <summary>How long a referral counts: CLICKS or IMPRESSIONS, a window in DAY or HOUR.</summary>
internal sealed record WireReferral
{
    public string? Type { get; init; }

    public decimal? Window { get; init; }

    public string? WindowUnit { get; init; }
}
