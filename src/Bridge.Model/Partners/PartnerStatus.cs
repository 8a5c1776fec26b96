using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Partners;

/// <summary>State of a partner in a program, whatever the rail calls it.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartnerStatus>))]
public enum PartnerStatus
{
    /// <summary>Takes part and may promote.</summary>
    Active,

    /// <summary>Has applied or was invited, not yet decided.</summary>
    Pending,

    /// <summary>An offer was extended by the brand, the partner has not answered.</summary>
    Extended,

    /// <summary>Was refused, may try again.</summary>
    Declined,

    /// <summary>Was refused for ever.</summary>
    DeclinedForGood,

    /// <summary>Took part and was removed, may come back.</summary>
    Removed,

    /// <summary>Was removed for ever.</summary>
    RemovedForGood,

    /// <summary>Left by itself.</summary>
    Left,

    /// <summary>Is suspended by the rail.</summary>
    Suspended,

    /// <summary>The account is closed.</summary>
    Closed,

    /// <summary>The rail sent a state that is not known; see the native state.</summary>
    Unknown,
}
