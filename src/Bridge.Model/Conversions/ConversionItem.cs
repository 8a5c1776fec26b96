namespace Bridge.Model.Conversions;

/// <summary>One item of an order.</summary>
public sealed record ConversionItem
{
    /// <summary>SKU; null when unknown.</summary>
    public string? Sku { get; init; }

    /// <summary>Category; null when unknown.</summary>
    public string? Category { get; init; }

    /// <summary>Number of pieces; negative in a return.</summary>
    public decimal Quantity { get; init; } = 1;

    /// <summary>Amount of the whole line.</summary>
    public Money.Money? Amount { get; init; }
}
