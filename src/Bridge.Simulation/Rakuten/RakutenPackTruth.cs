namespace Bridge.Simulation.Rakuten;

/// <summary>Ground truth of a pack, for checkers. Holds personal values in the clear: keep it away from the pack folder.</summary>
public sealed record RakutenPackTruth
{
    public required int Seed { get; init; }

    public required DateOnly AsOf { get; init; }

    public required RakutenRecordKeys Keys { get; init; }

    /// <summary>In name order.</summary>
    public required IReadOnlyList<RakutenFileTruth> Files { get; init; }

    /// <summary>In SID order.</summary>
    public required IReadOnlyList<RakutenPublisherTruth> Publishers { get; init; }

    /// <summary>Owners per code, in code order: none, one, or two who claim it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> CodeOwners { get; init; }

    /// <summary>Every personal value of the pack, in every spelling that a reader may produce.</summary>
    public required IReadOnlyList<RakutenPersonalValue> PersonalValues { get; init; }
}
