using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>One condition. Variables seen: CUSTOMER_STATUS, CUSTOMER_COUNTRY, ITEM_SKU, ITEM_CATEGORY, ITEM_DISCOUNT, DERIVED_BROWSER; the set is open.</summary>
internal sealed record WireRule
{
    public string? Variable { get; init; }

    /// <summary>IS, IS_NOT, CONTAINS.</summary>
    public string? Operator { get; init; }

    public ValueList<string> Values { get; set; } = [];

    /// <summary>Exception list that holds the values (assumed: no sample shows how a rule names its list).</summary>
    public string? ExceptionListName { get; init; }
}
