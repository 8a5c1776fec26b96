using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>What rollback can do about a step; declared before it is applied.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Reversibility>))]
public enum Reversibility
{
    /// <summary>Can be put back as it was.</summary>
    Reversible,

    /// <summary>Cannot be removed but made inert.</summary>
    Compensable,

    /// <summary>Stays.</summary>
    Irreversible,
}
