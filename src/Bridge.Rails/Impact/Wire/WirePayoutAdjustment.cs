using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A conditional change of the payout; in the vendor's brand sample, absent from the v14 description.</summary>
internal sealed record WirePayoutAdjustment
{
    public ValueList<WireRule> Rules { get; set; } = [];

    /// <summary>INCREASE or DECREASE.</summary>
    public string? Direction { get; init; }

    public decimal? Rate { get; init; }

    public decimal? Amount { get; init; }
}
