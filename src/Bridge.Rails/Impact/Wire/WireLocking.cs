namespace Bridge.Rails.Impact.Wire;

/// <summary>When an action locks. Basis TRACKED, Period DAY or MONTH; the full lists are not published.</summary>
internal sealed record WireLocking
{
    public string? Basis { get; init; }

    public string? Period { get; init; }

    public decimal? MonthOffset { get; init; }

    public decimal? DayOffset { get; init; }

    public decimal? DayOfMonth { get; init; }

    public decimal? MaxMonthsOpenEndedPeriod { get; init; }

    public string? OpenEndedAutolockingMode { get; init; }
}
