namespace Bridge.Simulation.Impact.Truth;

/// <summary>What the rail's own records say about a rollback.</summary>
public sealed record RollbackReport
{
    /// <summary>Codes that the run made and that are inactive now.</summary>
    public required int CodesExpired { get; init; }

    /// <summary>Groups that are what they were before the run.</summary>
    public required int GroupsRestored { get; init; }

    /// <summary>Partners whose values are what they were before the run.</summary>
    public required int PartnersRestored { get; init; }

    /// <summary>Everything that is not.</summary>
    public required IReadOnlyList<TruthFinding> Differing { get; init; }
}
