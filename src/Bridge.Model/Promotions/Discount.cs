using Bridge.Model.Money;

namespace Bridge.Model.Promotions;

/// <summary>What shoppers get.</summary>
public sealed record Discount
{
    /// <summary>Kind.</summary>
    public required DiscountKind Kind { get; init; }

    /// <summary>Share off; null for other kinds.</summary>
    public Rate? Rate { get; init; }

    /// <summary>Amount off; null for other kinds.</summary>
    public Money.Money? Amount { get; init; }
}
