using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Links;

/// <summary>How the URL of a tracking link is known.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<LinkEvidence>))]
public enum LinkEvidence
{
    /// <summary>Somebody saw this very URL: an export, the publisher's side, a page of the partner.</summary>
    Observed,

    /// <summary>It was built from ids by the rail's published form; nobody saw it.</summary>
    Computed,

    /// <summary>An id or orders of the link are known, its URL is not.</summary>
    Unknown,
}
