using Bridge.Engine.Reporting.Wording;

namespace Bridge.Engine.Readiness;

/// <summary>Until when orders on the source can change: a deadline, nothing that holds the cut-over up.</summary>
internal static class LockJudge
{
    public static IEnumerable<ReadinessItem> Judge(ReadinessFacts facts)
    {
        if (facts.LastLock is not { } last)
        {
            yield break;
        }

        var open = last > facts.AsOf;
        yield return new ReadinessItem
        {
            Check = ReadinessChecks.Locks,
            Subject = ReadinessItem.Program,
            State = open ? ReadinessState.Noted : ReadinessState.Ready,
            Evidence = open
                ? $"{NumberText.Of(facts.OpenOrders, "order")} on the source can still change; the last one locks on {last:yyyy-MM-dd}."
                : $"The last order on the source locked on {last:yyyy-MM-dd}.",
            Due = open ? last : null,
        };
    }
}
