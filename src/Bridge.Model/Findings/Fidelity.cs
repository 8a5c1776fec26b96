using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Findings;

/// <summary>How well a target can hold something.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Fidelity>))]
public enum Fidelity
{
    /// <summary>Held as it is.</summary>
    Exact,

    /// <summary>Held in another form with the same effect.</summary>
    Equivalent,

    /// <summary>Held with less effect.</summary>
    Degraded,

    /// <summary>Not held.</summary>
    Dropped,
}
