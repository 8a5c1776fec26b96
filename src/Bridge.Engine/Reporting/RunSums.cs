using Bridge.Engine.Planning;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting;

/// <summary>Both sums of a run, counted from its stored outcomes and step states.</summary>
public sealed record RunSums
{
    /// <summary>The conservation rule per entity.</summary>
    public required ValueList<EntityTotals> Entities { get; init; }

    /// <summary>Planned = done + waiting + declined + failed + unknown + cancelled + not started.</summary>
    public required StepSums Steps { get; init; }

    /// <summary>The same for each kind of object that the plan has steps about.</summary>
    public ValueList<KindSums> Kinds { get; init; } = [];

    /// <summary>Reasons of skipped, blocked and manual records, as <c>entity outcome reason</c>.</summary>
    public required ValueList<NamedCount> Reasons { get; init; }

    /// <summary>Records that wait, by who is to act.</summary>
    public required ValueList<NamedCount> Owners { get; init; }

    /// <summary>Compares the sum of the steps with the states that the run store counts by itself: its second witness.</summary>
    /// <param name="states">Number of steps of the run by state.</param>
    /// <exception cref="ConservationException">They are not the same.</exception>
    public void RequireStored(IReadOnlyDictionary<Execution.StepState, long> states)
    {
        var stored = new StepSums { Planned = Steps.Planned };
        foreach (var (state, count) in states)
        {
            stored = stored.With(state, count);
        }

        stored = stored.With(null, Steps.Planned - states.Values.Sum());
        if (stored != Steps)
        {
            throw RunTally.Unbalanced($"the steps of the plan add up to {Equation.Of(Steps)}, and the run store counts {Equation.Of(stored)}.");
        }
    }

    /// <summary>True when nothing is waiting, unknown or not started.</summary>
    public bool Settled() => Steps is { Waiting: 0, Unknown: 0, NotStarted: 0 };
}
