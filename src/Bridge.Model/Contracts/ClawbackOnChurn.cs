using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>What a partner returns when the customer leaves.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClawbackOnChurn>))]
public enum ClawbackOnChurn
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The full commission.</summary>
    Full,

    /// <summary>The part of the period not used.</summary>
    ProRated,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
