using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Planning;

/// <summary>Chooses who proves a template: the fastest way first, then the order of keys, so that the same plan names the same partner.</summary>
public sealed class CanaryChoice
{
    private bool exact;

    /// <summary>The best so far; null when nobody was considered.</summary>
    public PlannedCanary? Best { get; private set; }

    /// <summary>Takes a partner into account.</summary>
    /// <param name="candidate">The partner.</param>
    /// <param name="hasTheTerms">True when its own terms are exactly those of the template.</param>
    public void Consider(PlannedCanary candidate, bool hasTheTerms)
    {
        if (Best is not { } best || IsBetter(candidate, hasTheTerms, best))
        {
            (Best, exact) = (candidate, hasTheTerms);
        }
    }

    private bool IsBetter(PlannedCanary candidate, bool hasTheTerms, PlannedCanary best) =>
        hasTheTerms != exact ? hasTheTerms
        : candidate.Way != best.Way ? candidate.Way < best.Way
        : KeyOrder.Instance.Compare(candidate.Partner, best.Partner) < 0;
}
