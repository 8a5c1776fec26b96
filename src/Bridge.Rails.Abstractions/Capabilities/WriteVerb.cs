using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>What a write does.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<WriteVerb>))]
public enum WriteVerb
{
    /// <summary>Makes a new object.</summary>
    Create,

    /// <summary>Changes fields.</summary>
    Amend,

    /// <summary>Adds partners to a group.</summary>
    AddMembers,

    /// <summary>Takes partners out of a group.</summary>
    RemoveMembers,

    /// <summary>Accepts an application.</summary>
    Accept,

    /// <summary>Declines an application.</summary>
    Decline,

    /// <summary>Puts a partner on other terms.</summary>
    Switch,

    /// <summary>Ends without erasing.</summary>
    Expire,

    /// <summary>Erases.</summary>
    Delete,

    /// <summary>Takes over an object that exists, without a call.</summary>
    Adopt,
}
