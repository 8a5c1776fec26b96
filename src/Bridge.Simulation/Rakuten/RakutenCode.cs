namespace Bridge.Simulation.Rakuten;

/// <summary>A row of the brand's coupon list. Two publishers may claim the same code: two rows, two records, one conflict.</summary>
public sealed record RakutenCode
{
    public required string Code { get; init; }

    /// <summary>Owner; null for a code that belongs to nobody.</summary>
    public string? Sid { get; init; }

    public required string Description { get; init; }

    /// <summary><c>percent</c>, <c>fixed</c> or <c>free shipping</c>.</summary>
    public required string DiscountType { get; init; }

    /// <summary>Percent number or amount; null for free shipping.</summary>
    public decimal? Discount { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Null for an open end.</summary>
    public DateOnly? End { get; init; }

    public required string Currency { get; init; }

    /// <summary>Record key, <c>CODE:SID</c>, with nothing behind the colon where there is no owner.</summary>
    public string Key => $"{Code}:{Sid}";
}
