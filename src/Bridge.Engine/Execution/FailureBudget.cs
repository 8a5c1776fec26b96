namespace Bridge.Engine.Execution;

/// <summary>How many steps may fail before a run stops and asks: a count or a share, whichever is larger.</summary>
/// <param name="options">Options.</param>
/// <param name="steps">Steps of the plan.</param>
public sealed class FailureBudget(ExecutionOptions options, long steps)
{
    private long failures;

    /// <summary>Failures that are allowed.</summary>
    public long Allowed { get; } = Math.Max(options.FailureCount, (long)(steps * options.FailureShare));

    /// <summary>True when more have failed.</summary>
    public bool Exceeded => Interlocked.Read(ref failures) > Allowed;

    /// <summary>Counts a failure.</summary>
    public void Count() => Interlocked.Increment(ref failures);
}
