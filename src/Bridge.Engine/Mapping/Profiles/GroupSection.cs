using Bridge.Model.Collections;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What partner groups are called on the target.</summary>
public sealed record GroupSection
{
    /// <summary>Names on the target by name or id on the source.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Put before names that are not listed.</summary>
    public required string Prefix { get; init; }

    /// <summary>Source groups, by name or id, that are not made on the target.</summary>
    public required IReadOnlySet<string> Skip { get; init; }

    /// <summary>Groups of the target that every partner joins.</summary>
    public required ValueList<string> Always { get; init; }
}
