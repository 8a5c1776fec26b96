namespace Bridge.Worker.Jobs;

/// <summary>Counts the jobs that are at work, so that a stop can tell whether all of them came to a safe point.</summary>
internal sealed class JobsUnderWay
{
    private int count;

    /// <summary>Jobs at work.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>One begins.</summary>
    public void Begin() => Interlocked.Increment(ref count);

    /// <summary>One has ended.</summary>
    public void End() => Interlocked.Decrement(ref count);
}
