using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Rails.Abstractions.Capabilities;

/// <summary>What a connector can do with one kind of object.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EntityAccess>))]
public enum EntityAccess
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Read.</summary>
    Read,

    /// <summary>Read and write.</summary>
    ReadWrite,

    /// <summary>Write, but not list (impact.com tracking links).</summary>
    Write,
}
