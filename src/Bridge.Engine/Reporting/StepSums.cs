using Bridge.Engine.Execution;

namespace Bridge.Engine.Reporting;

/// <summary>The second sum of a run: every planned step, supporting ones too, stands in exactly one place.</summary>
public sealed record StepSums
{
    /// <summary>Steps of the plan, as its own totals say.</summary>
    public required long Planned { get; init; }

    /// <summary>Applied, observed or adopted.</summary>
    public long Done { get; init; }

    /// <summary>Waiting for a person or a partner.</summary>
    public long Waiting { get; init; }

    /// <summary>Refused by the partner.</summary>
    public long Declined { get; init; }

    /// <summary>Refused by the rail, or the target differs from what was expected.</summary>
    public long Failed { get; init; }

    /// <summary>Nobody can tell yet.</summary>
    public long Unknown { get; init; }

    /// <summary>Not attempted because a step before did not succeed, or because a person cancelled the run.</summary>
    public long Cancelled { get; init; }

    /// <summary>Not sent yet, or refused before processing.</summary>
    public long NotStarted { get; init; }

    /// <summary>True when every planned step is counted once.</summary>
    public bool Balanced() => Planned == Done + Waiting + Declined + Failed + Unknown + Cancelled + NotStarted;

    /// <summary>These sums with one more step.</summary>
    /// <param name="state">State of the step; null when the run has not touched it.</param>
    /// <param name="count">How many of them.</param>
    public StepSums With(StepState? state, long count = 1) => state switch
    {
        StepState.Applied or StepState.Adopted => this with { Done = Done + count },
        StepState.Waiting => this with { Waiting = Waiting + count },
        StepState.Declined => this with { Declined = Declined + count },
        StepState.Failed or StepState.Conflict => this with { Failed = Failed + count },
        StepState.Unknown or StepState.NeedsHuman or StepState.Intended => this with { Unknown = Unknown + count },
        StepState.Blocked or StepState.Cancelled => this with { Cancelled = Cancelled + count },
        StepState.NotApplied or null => this with { NotStarted = NotStarted + count },
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a step."),
    };
}
