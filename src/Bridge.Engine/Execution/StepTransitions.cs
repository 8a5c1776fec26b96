namespace Bridge.Engine.Execution;

/// <summary>The state machine of a step, whole, on one screen. Null stands for a step that the run has not touched.</summary>
public static class StepTransitions
{
    /// <summary>True when a step may go from one state to another.</summary>
    public static bool IsValid(StepState? from, StepState to) => (from, to) switch
    {
        (null, StepState.Intended or StepState.Waiting or StepState.Adopted or StepState.Applied) => true,
        (null, StepState.Blocked or StepState.Failed or StepState.Conflict) => true,
        (StepState.Intended, StepState.Applied or StepState.NotApplied or StepState.Unknown) => true,
        (StepState.Intended, StepState.Failed or StepState.Conflict) => true,
        (StepState.NotApplied, StepState.Intended or StepState.Waiting or StepState.Failed or StepState.NeedsHuman) => true,
        (StepState.NotApplied, StepState.Conflict or StepState.Adopted or StepState.Blocked) => true,
        (StepState.Unknown, StepState.Applied or StepState.NotApplied or StepState.Conflict or StepState.NeedsHuman) => true,
        (StepState.Waiting, StepState.Waiting or StepState.Applied or StepState.Declined or StepState.NotApplied) => true,
        (StepState.Waiting, StepState.Conflict or StepState.NeedsHuman or StepState.Blocked) => true,

        // What waited for its template's canary goes on by its own channel.
        (StepState.Waiting, StepState.Intended or StepState.Adopted) => true,

        // A parent that failed may succeed in a later attempt or by a person's hand: then its dependants go on.
        (StepState.Blocked, StepState.Intended or StepState.Waiting or StepState.Adopted) => true,
        (StepState.NeedsHuman, StepState.Applied or StepState.NotApplied or StepState.Declined or StepState.Waiting) => true,

        // Cancelling a run ends what is not in flight.
        (null or StepState.NotApplied or StepState.Waiting, StepState.Cancelled) => true,
        _ => false,
    };

    /// <summary>True when nothing more will be done about the step in this run without a person.</summary>
    public static bool IsFinal(StepState state) => state is
        StepState.Applied or StepState.Adopted or StepState.Declined or StepState.Conflict or StepState.Failed or StepState.Blocked or StepState.NeedsHuman
        or StepState.Cancelled;

    /// <summary>True when steps that depend on it can go on.</summary>
    public static bool IsSuccess(StepState state) => state is StepState.Applied or StepState.Adopted;
}
