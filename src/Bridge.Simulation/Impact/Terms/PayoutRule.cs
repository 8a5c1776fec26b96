namespace Bridge.Simulation.Impact.Terms;

/// <summary>One condition of a payout group.</summary>
/// <param name="Variable">CUSTOMER_STATUS, ITEM_SKU, ITEM_CATEGORY, ...</param>
/// <param name="Operator">IS, IS_NOT or CONTAINS.</param>
/// <param name="Values">Any of them.</param>
public sealed record PayoutRule(string Variable, string Operator, IReadOnlyList<string> Values)
{
    /// <summary>Name of the exception list that holds the values instead, or null. The reference does not say how a contract shows it; it is shown under this name.</summary>
    public string? ExceptionListName { get; init; }
}
