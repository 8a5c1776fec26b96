using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>When a slotting fee is due.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SlottingFeeTrigger>))]
public enum SlottingFeeTrigger
{
    /// <summary>Once, when the contract starts.</summary>
    ContractStart,

    /// <summary>Once, with the first action.</summary>
    FirstAction,

    /// <summary>Each calendar month.</summary>
    Monthly,
}
