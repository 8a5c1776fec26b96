namespace Bridge.Simulation.Impact.Truth;

/// <summary>What the rail's own records say about a migration.</summary>
public sealed record TruthReport
{
    /// <summary>Objects that exist more often than they should and that the run made.</summary>
    public required IReadOnlyList<TruthFinding> Duplicates { get; init; }

    /// <summary>Objects that should exist and do not; what belongs to a partner who refused is not counted.</summary>
    public required IReadOnlyList<TruthFinding> Missing { get; init; }

    /// <summary>Changing API calls that no plan permits.</summary>
    public required IReadOnlyList<TruthFinding> UnplannedMutations { get; init; }

    /// <summary>MPValue1 of the partners who refused, in order.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    /// <summary>Changing API calls.</summary>
    public required int Mutations { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsClean => Duplicates.Count == 0 && Missing.Count == 0 && UnplannedMutations.Count == 0;
}
