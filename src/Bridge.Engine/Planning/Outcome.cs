using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Engine.Planning;

/// <summary>What one source record ends as. Exactly one, never computed by subtraction: the conservation rule.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>Made on the target.</summary>
    Created,

    /// <summary>Was on the target and was changed.</summary>
    Updated,

    /// <summary>Is on the target as it should be.</summary>
    Unchanged,

    /// <summary>Was found on the target and taken over.</summary>
    Adopted,

    /// <summary>Is out of scope, with a reason.</summary>
    Skipped,

    /// <summary>Cannot move, with a reason.</summary>
    Blocked,

    /// <summary>Waits for a person, with an owner.</summary>
    Manual,
}
