using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>State of a contract.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ContractStatus>))]
public enum ContractStatus
{
    /// <summary>In force.</summary>
    Active,

    /// <summary>Applied for or proposed, not yet decided.</summary>
    Pending,

    /// <summary>Agreed, starts later.</summary>
    Upcoming,

    /// <summary>Has ended.</summary>
    Expired,

    /// <summary>Was refused.</summary>
    Declined,

    /// <summary>The rail sent a state that is not known.</summary>
    Unknown,
}
