using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>Who gets the credit of a conversion with several touches.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AttributionRule>))]
public enum AttributionRule
{
    /// <summary>The last referrer.</summary>
    LastTouch,

    /// <summary>The first referrer.</summary>
    FirstTouch,

    /// <summary>All in equal parts.</summary>
    Linear,

    /// <summary>First and last more than those between.</summary>
    PositionBased,

    /// <summary>Whoever registered the deal, otherwise the last one.</summary>
    RegisteredDealFirst,

    /// <summary>Fixed shares.</summary>
    SplitByShare,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
