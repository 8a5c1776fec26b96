using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Planning;

/// <summary>How a partner comes to a contract, the fastest first: the canary of a template is taken in this order.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ContractWay>))]
public enum ContractWay
{
    /// <summary>The account is made by a call and has its contract at once.</summary>
    CreateDirectly,

    /// <summary>A row of a file that makes accounts.</summary>
    ImportFile,

    /// <summary>A partner in the program is switched in the portal.</summary>
    SwitchInPortal,

    /// <summary>A row of a file of prospects: the partner has to accept.</summary>
    ProspectFile,

    /// <summary>An invitation from the portal: the partner has to accept.</summary>
    InviteInPortal,
}
