using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>What a tier threshold counts.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TierBasis>))]
public enum TierBasis
{
    /// <summary>The rail shows a number and does not say what it counts: a person must decide.</summary>
    Undeclared,

    /// <summary>Value of the single order.</summary>
    OrderValue,

    /// <summary>Revenue of the partner in the period.</summary>
    PeriodRevenue,

    /// <summary>Number of actions of the partner in the period.</summary>
    PeriodCount,
}
