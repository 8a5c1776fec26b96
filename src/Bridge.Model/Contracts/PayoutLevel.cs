using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>What a commission is calculated and rounded on.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PayoutLevel>))]
public enum PayoutLevel
{
    /// <summary>The order as a whole.</summary>
    Order,

    /// <summary>Each item.</summary>
    Item,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
