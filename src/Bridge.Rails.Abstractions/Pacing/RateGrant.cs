namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// The permit for one call. It is used once; disposing an unused one gives the permit back. While it is held it counts as a
/// call in flight, so it is taken right before the intent and disposed right after the call.
/// </summary>
public sealed class RateGrant : IDisposable
{
    private const int Held = 0;
    private const int Sent = 1;
    private const int Done = 2;
    private readonly Pacer pacer;
    private int state;

    internal RateGrant(Pacer pacer, RateDemand demand, long number, IReadOnlyList<RateLane> lanes)
    {
        this.pacer = pacer;
        Group = demand.Group;
        Priority = demand.Priority;
        Number = number;
        Lanes = lanes;
    }

    /// <summary>Rate group the permit is for.</summary>
    public string Group { get; }

    /// <summary>Lane it was taken in.</summary>
    public CallPriority Priority { get; }

    /// <summary>Whether the call was sent.</summary>
    public bool IsSpent => Volatile.Read(ref state) != Held;

    internal long Number { get; }

    internal IReadOnlyList<RateLane> Lanes { get; }

    internal TimeSpan SentAt { get; private set; }

    /// <summary>Gives an unused permit back; ends the call in flight otherwise. Does nothing the second time.</summary>
    public void Dispose()
    {
        var before = Interlocked.Exchange(ref state, Done);
        if (before != Done)
        {
            pacer.Release(this, unused: before == Held);
        }
    }

    internal bool BelongsTo(Pacer other) => ReferenceEquals(pacer, other);

    internal bool TrySend(TimeSpan now)
    {
        SentAt = now;
        return Interlocked.CompareExchange(ref state, Sent, Held) == Held;
    }
}
