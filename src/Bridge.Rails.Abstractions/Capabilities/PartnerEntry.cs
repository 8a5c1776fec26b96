using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>How a partner can get into a program.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartnerEntry>))]
public enum PartnerEntry
{
    /// <summary>An API call makes the account and contract.</summary>
    CreateDirectly,

    /// <summary>A file that a person uploads makes new accounts.</summary>
    ImportFile,

    /// <summary>A file that a person uploads matches accounts or invites.</summary>
    ProspectFile,

    /// <summary>A person invites in the portal.</summary>
    InviteInPortal,

    /// <summary>The partner has applied and is accepted.</summary>
    AcceptApplication,
}
