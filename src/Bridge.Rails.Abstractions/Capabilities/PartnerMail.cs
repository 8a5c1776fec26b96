using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>Whether the rail mails the partner when something is written.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartnerMail>))]
public enum PartnerMail
{
    /// <summary>It does not, as far as the rail's pages say.</summary>
    No,

    /// <summary>It may: no page settles it. Treated like a mail wherever a mail must not go out.</summary>
    Possible,

    /// <summary>It does.</summary>
    Yes,
}
