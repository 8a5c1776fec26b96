using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Planning;

/// <summary>What a plan is for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PlanKind>))]
public enum PlanKind
{
    /// <summary>Brings a program to the target.</summary>
    Apply,

    /// <summary>Takes a run back.</summary>
    Rollback,
}
