using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>How a reached tier pays.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TierMode>))]
public enum TierMode
{
    /// <summary>The tier pays what lies above its threshold.</summary>
    Marginal,

    /// <summary>The tier pays everything of the period.</summary>
    Retroactive,

    /// <summary>The rail does not say.</summary>
    Undeclared,
}
