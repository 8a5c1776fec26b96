using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Artifacts;

/// <summary>The two sides of a migration.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SnapshotSide>))]
public enum SnapshotSide
{
    /// <summary>Where partners come from.</summary>
    Source,

    /// <summary>Where they go.</summary>
    Target,
}
