using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Links;

/// <summary>State of a tracking link.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LinkStatus>))]
public enum LinkStatus
{
    /// <summary>Works.</summary>
    Active,

    /// <summary>Has ended.</summary>
    Expired,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
