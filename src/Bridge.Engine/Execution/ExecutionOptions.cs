namespace Bridge.Engine.Execution;

/// <summary>How a run behaves.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Calls in flight at once.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Attempts of one call before it counts as failed.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Failed steps at which the run stops, at least; see <see cref="FailureShare"/>.</summary>
    public int FailureCount { get; init; } = 20;

    /// <summary>Share of the plan's steps that may fail; the larger of the two holds.</summary>
    public decimal FailureShare { get; init; } = 0.02m;

    /// <summary>Age up to which a listing of the target answers guard reads and probes.</summary>
    public TimeSpan ListingAge { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the target is looked at while people or partners are next.</summary>
    public TimeSpan ObserveEvery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Time after which a file row or task that is not seen done is handed out again.</summary>
    public TimeSpan ReissueAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How often one is handed out before it becomes a question.</summary>
    public int MaxHandoffs { get; init; } = 3;

    /// <summary>Name of the target's program as the operator typed it; null when none was typed, which a run that goes on does not need.</summary>
    public string? ProgramName { get; init; }

    /// <summary>Partners to begin with: their steps are carried out, read back and verified before anybody else is touched; null for none.</summary>
    public int? Canary { get; init; }

    /// <summary>True when the first write to a target program must begin with a canary.</summary>
    public bool FirstWriteNeedsCanary { get; init; } = true;

    /// <summary>True to stay and watch until nothing waits any more, false to end when people or partners are next.</summary>
    public bool WaitForPeople { get; init; }

    /// <summary>
    /// True for a caller that takes runs up again by itself, as the worker does: a run that it was asked to leave, or whose target
    /// does not answer for a while, stays <see cref="RunStatus.Running"/>. False for a person, for whom such a run is stopped.
    /// </summary>
    public bool ResumesByItself { get; init; }

    /// <summary>True to look at what waits and at nothing else: no step is begun, no call is sent, nothing in doubt is settled.</summary>
    public bool LookOnly { get; init; }

    /// <summary>With <see cref="LookOnly"/>: the one hand-off to look at; null for all.</summary>
    public string? LookAt { get; init; }
}
