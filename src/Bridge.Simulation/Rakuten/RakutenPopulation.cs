namespace Bridge.Simulation.Rakuten;

/// <summary>
/// Publishers that several programs share. A program sees the ones from <see cref="First"/> on; whoever lies in the windows of
/// two programs is one publisher with a partnership in each, and its state may differ between them.
/// </summary>
public sealed record RakutenPopulation
{
    /// <summary>Seed of names, ids, sites and contacts; the same for all programs.</summary>
    public required int Seed { get; init; }

    /// <summary>Index of the program's first publisher.</summary>
    public required int First { get; init; }

    /// <summary>
    /// Publishers below this index are known from an earlier program. Every tenth of them has another SID and link id in this
    /// program, and only site and e-mail tell who it is.
    /// </summary>
    public int KnownBelow { get; init; }

    /// <summary>Index of a publisher that is a sub-network in any case; -1 for none.</summary>
    public int SubNetwork { get; init; } = -1;
}
