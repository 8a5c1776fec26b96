using Bridge.Model.Collections;

namespace Bridge.Model.Contracts;

/// <summary>What a term applies to. All conditions must hold; no condition means everything.</summary>
public sealed record TermScope
{
    /// <summary>Everything.</summary>
    public static TermScope All { get; } = new();

    /// <summary>Conditions, in the rail's order.</summary>
    public ValueList<ScopeCondition> Conditions { get; init; } = [];

    /// <summary>Order of evaluation among scoped terms, lowest first; null when the rail has none.</summary>
    public int? Rank { get; init; }

    /// <summary>True when the term applies to everything.</summary>
    public bool IsAll() => Conditions.Count == 0;
}
