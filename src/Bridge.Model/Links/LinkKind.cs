using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Links;

/// <summary>How a tracking link is made.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LinkKind>))]
public enum LinkKind
{
    /// <summary>An ordinary tracking link, to the landing page of its creative or the program.</summary>
    Regular,

    /// <summary>A tracking link that names its own destination.</summary>
    Deep,

    /// <summary>A tracking link with a readable path.</summary>
    Vanity,

    /// <summary>A text creative.</summary>
    Text,

    /// <summary>A banner creative.</summary>
    Banner,
}
