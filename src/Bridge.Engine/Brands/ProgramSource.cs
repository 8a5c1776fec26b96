using Bridge.Engine.Execution;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Snapshots;
using Bridge.Model.Partners;

namespace Bridge.Engine.Brands;

/// <summary>What is read of one program to see who takes part in it.</summary>
public sealed record ProgramSource
{
    /// <summary>Name in the brand.</summary>
    public required string Name { get; init; }

    /// <summary>Source snapshot.</summary>
    public required ISnapshot Source { get; init; }

    /// <summary>Run state: which partner became which account.</summary>
    public required IRunStore Runs { get; init; }

    /// <summary>Programs with the same text share the ids of their partners.</summary>
    public required string IdScope { get; init; }

    /// <summary>Section <c>match</c> of the program's profile.</summary>
    public required MatchSection Rules { get; init; }

    /// <summary>What a partner does for a living, by the program's profile.</summary>
    public Func<Partner, PartnerKind> KindOf { get; init; } = partner => partner.Kind;

    /// <summary>Conversions before this are not counted; null for all.</summary>
    public DateTimeOffset? Since { get; init; }
}
