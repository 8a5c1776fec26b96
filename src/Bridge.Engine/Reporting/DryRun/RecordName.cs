using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>One record as an example of a group.</summary>
public sealed record RecordName
{
    /// <summary>Kind of record.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source key; the step's id for a supporting step.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it; null when it has no other name.</summary>
    public string? Label { get; init; }

    /// <summary>Source key of its partner; null when it has none or is one.</summary>
    public string? Partner { get; init; }

    /// <summary>Name of that partner; null when it is not known.</summary>
    public string? PartnerName { get; init; }
}
