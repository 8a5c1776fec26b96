using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>What a cap limits.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CapTarget>))]
public enum CapTarget
{
    /// <summary>Payout of one action.</summary>
    PayoutPerAction,

    /// <summary>Payout to the partner in the period.</summary>
    PayoutPerPartner,

    /// <summary>Actions of the partner that are paid in the period.</summary>
    ActionsPerPartner,

    /// <summary>Actions of one customer that are paid in the period.</summary>
    ActionsPerCustomer,

    /// <summary>Payout of the whole contract group in the period.</summary>
    SpendPerProgram,
}
