using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Mapping;

/// <summary>What a mapping makes of one source record: a desired value, or an exclusion; never neither.</summary>
/// <typeparam name="T">Desired form.</typeparam>
public sealed record Mapped<T>
    where T : class
{
    /// <summary>Kind of the source record.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Key of the source record: who receives the result can tell whether it is the one that was asked for.</summary>
    public required string Subject { get; init; }

    /// <summary>The desired value; null when it is excluded.</summary>
    public T? Value { get; init; }

    /// <summary>Why there is none; null otherwise.</summary>
    public Exclusion? Exclusion { get; init; }

    /// <summary>What the target cannot hold.</summary>
    public ValueList<Loss> Losses { get; init; } = [];

    /// <summary>Problems, each once and all about this record. An excluding one comes with an exclusion.</summary>
    public ValueList<Finding> Findings { get; init; } = [];

    /// <summary>Rules of the profile that decided, for "explain".</summary>
    public string? Why { get; init; }
}
