using Bridge.Engine.Mapping.Profiles;

namespace Bridge.Engine.Brands;

/// <summary>What makes a partner of another program the same one.</summary>
public sealed record SiblingQuery
{
    /// <summary>Rail id of the source.</summary>
    public required string SourceRail { get; init; }

    /// <summary>Account on the source.</summary>
    public required string SourceAccount { get; init; }

    /// <summary>True when the source rail gives a partner one id over all accounts.</summary>
    public required bool SourceIdsAreRailWide { get; init; }

    /// <summary>Rail id of the target.</summary>
    public required string TargetRail { get; init; }

    /// <summary>Account on the target: only programs of the same account share its partners.</summary>
    public required string TargetAccount { get; init; }

    /// <summary>Evidence that the profile accepts, beside the id on the source.</summary>
    public required MatchSection Rules { get; init; }
}
