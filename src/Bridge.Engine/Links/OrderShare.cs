using Bridge.Model.Money;

namespace Bridge.Engine.Links;

/// <summary>Orders and sales that belong to something. Sales are net of corrections, in each currency by itself.</summary>
public sealed record OrderShare
{
    /// <summary>No orders.</summary>
    public static OrderShare None { get; } = new();

    /// <summary>Orders; corrections and reversals of orders are none.</summary>
    public long Orders { get; init; }

    /// <summary>Sales by currency, in order of the currency's code.</summary>
    public IReadOnlyList<Money> Sales { get; init; } = [];

    /// <summary>Sum of both.</summary>
    public OrderShare Add(OrderShare other) => other.Orders == 0 && other.Sales.Count == 0 ? this : new OrderShare
    {
        Orders = Orders + other.Orders,
        Sales = [.. Sales.Concat(other.Sales).GroupBy(money => money.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => new Money(group.Sum(money => money.Amount), group.Key))],
    };

    /// <summary>Share of a whole as a fraction, rounded to six places; null when the whole has no orders.</summary>
    public decimal? Of(OrderShare whole) => whole.Orders == 0 ? null : Math.Round((decimal)Orders / whole.Orders, 6, MidpointRounding.ToEven);
}
