using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Readiness;

/// <summary>Where a check stands. The worst one decides about the whole.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReadinessState>))]
public enum ReadinessState
{
    /// <summary>As it should be.</summary>
    Ready,

    /// <summary>Worth knowing at cut-over; holds nothing up.</summary>
    Noted,

    /// <summary>Somebody has to answer, or a day has to come.</summary>
    Waits,

    /// <summary>Do not cut over.</summary>
    Blocked,
}
