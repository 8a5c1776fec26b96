namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Who is served next in one rate group: rollback first, the other lanes by weight, and inside a lane one call per caller in
/// turns, so that a caller with a hundred thousand calls delays a small one by one call.
/// </summary>
internal sealed class FairQueue
{
    // Stride of a lane: served 6 : 3 : 1 while all wait. Rollback is not weighed.
    private static readonly int[] Strides = [0, 1, 2, 6];
    private readonly Lane[] lanes = [new(), new(), new(), new()];

    internal int Count { get; private set; }

    internal void Add(RateWaiter waiter)
    {
        var lane = lanes[(int)waiter.Demand.Priority];
        if (lane.Turns.Count == 0)
        {
            lane.Pass = Math.Max(lane.Pass, lanes.Where(other => other.Turns.Count > 0).Select(other => other.Pass).DefaultIfEmpty(lane.Pass).Min());
        }

        if (!lane.Callers.TryGetValue(waiter.Demand.Caller, out var calls))
        {
            lane.Callers.Add(waiter.Demand.Caller, calls = new());
            lane.Turns.AddLast(waiter.Demand.Caller);
        }

        calls.AddLast(waiter);
        Count++;
    }

    internal RateWaiter Take()
    {
        var index = lanes[0].Turns.Count > 0 ? 0 : Enumerable.Range(1, lanes.Length - 1).Where(lane => lanes[lane].Turns.Count > 0).MinBy(lane => lanes[lane].Pass);
        var lane = lanes[index];
        lane.Pass += Strides[index];
        var caller = lane.Turns.First!.Value;
        var waiter = lane.Callers[caller].First!.Value;
        lane.Turns.RemoveFirst();
        lane.Turns.AddLast(caller);
        Remove(waiter);
        return waiter;
    }

    /// <summary>Takes a waiter out; false when it is not here any more.</summary>
    internal bool Remove(RateWaiter waiter)
    {
        var lane = lanes[(int)waiter.Demand.Priority];
        if (!lane.Callers.TryGetValue(waiter.Demand.Caller, out var calls) || !calls.Remove(waiter))
        {
            return false;
        }

        if (calls.Count == 0)
        {
            lane.Callers.Remove(waiter.Demand.Caller);
            lane.Turns.Remove(waiter.Demand.Caller);
        }

        Count--;
        return true;
    }

    private sealed class Lane
    {
        internal Dictionary<string, LinkedList<RateWaiter>> Callers { get; } = new(StringComparer.Ordinal);

        internal LinkedList<string> Turns { get; } = new();

        internal long Pass { get; set; }
    }
}
