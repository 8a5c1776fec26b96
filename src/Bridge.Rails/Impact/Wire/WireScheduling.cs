namespace Bridge.Rails.Impact.Wire;

/// <summary>When a locked action is paid. Basis LOCKED, Period END_OF_DAY, END_OF_WEEK or END_OF_MONTH; the full lists are not published.</summary>
internal sealed record WireScheduling
{
    public string? Basis { get; init; }

    public string? Period { get; init; }

    public decimal? DayOffset { get; init; }
}
