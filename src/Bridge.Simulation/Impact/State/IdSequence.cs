namespace Bridge.Simulation.Impact.State;

/// <summary>Numeric ids that grow with gaps, as those of a shared platform do.</summary>
internal sealed class IdSequence(int seed, string series, long first)
{
    private long last = first;

    /// <summary>Keeps later ids above one that is taken.</summary>
    public void Seen(long id) => last = Math.Max(last, id);

    /// <summary>The next id.</summary>
    public long Next() => last += 1 + StableHash.Pick(seed, $"{series}/{last}", 7);
}
