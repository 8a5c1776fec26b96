using Bridge.Model.Collections;

namespace Bridge.Model.Contracts;

/// <summary>One condition on an item, order or customer.</summary>
public sealed record ScopeCondition
{
    /// <summary>What is looked at.</summary>
    public required ScopeField Field { get; init; }

    /// <summary>The rail's own name of the field (<c>CUSTOMER_STATUS</c>, a Rakuten transaction field); null when it equals the field.</summary>
    public string? NativeField { get; init; }

    /// <summary>How it compares.</summary>
    public ScopeOperator Operator { get; init; }

    /// <summary>Values, sorted; empty when they are in a list of the rail.</summary>
    public ValueList<string> Values { get; init; } = [];

    /// <summary>Name of the list that holds the values (Rakuten commissioning list, impact.com exception list); null when there is none.</summary>
    public string? ListName { get; init; }
}
