using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Findings;

/// <summary>How much a finding weighs.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Severity>))]
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Somebody should look; nothing is held up.</summary>
    Warning,

    /// <summary>The record it is about does not move and is counted as blocked with this reason.</summary>
    Excluding,

    /// <summary>The plan cannot be approved until it is gone.</summary>
    Blocking,
}
