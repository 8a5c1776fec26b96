using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>Where the canary of a run stands.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<WaveState>))]
public enum WaveState
{
    /// <summary>Its partners are under way; nobody else is touched.</summary>
    Running,

    /// <summary>Reading the target back showed its partners as planned: the rest may go.</summary>
    Clean,

    /// <summary>It did not; the rest waits until another look is clean.</summary>
    NotClean,
}
