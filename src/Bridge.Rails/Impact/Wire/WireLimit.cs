namespace Bridge.Rails.Impact.Wire;

/// <summary>A cap: ACTION or PAYOUT, by CUSTOMER or ITEM, in a period (DAY, MONTH, ...).</summary>
internal sealed record WireLimit
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public decimal? Value { get; init; }

    public string? LimitBy { get; init; }

    public string? Period { get; init; }

    public decimal? WeekendOverrideValue { get; init; }
}
