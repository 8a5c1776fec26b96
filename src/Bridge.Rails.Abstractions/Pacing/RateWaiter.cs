namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>A caller waiting for its permit.</summary>
internal sealed class RateWaiter(RateDemand demand)
{
    internal RateDemand Demand { get; } = demand;

    // Continuations run elsewhere: the pacer completes waiters one after another and must not run their calls.
    internal TaskCompletionSource<RateGrant> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
