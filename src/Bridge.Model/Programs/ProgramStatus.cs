using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Programs;

/// <summary>State of a program.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ProgramStatus>))]
public enum ProgramStatus
{
    /// <summary>Runs.</summary>
    Active,

    /// <summary>Is being set up.</summary>
    Setup,

    /// <summary>Is on hold.</summary>
    Paused,

    /// <summary>Has ended.</summary>
    Closed,

    /// <summary>The rail sent a state that is not known.</summary>
    Unknown,
}
