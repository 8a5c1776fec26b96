namespace Bridge.Cli;

/// <summary>What the process says when it ends.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Failed: settings, credentials, stores, the rail, or stopped on request.</summary>
    Failed = 1,

    /// <summary>Findings block the plan, or a verification found differences.</summary>
    Findings = 2,

    /// <summary>An approval is missing, expired, changed or for something else.</summary>
    ApprovalMissing = 3,

    /// <summary>The plan is stale.</summary>
    PlanStale = 4,

    /// <summary>Everything that can be done now is done; people or partners are next.</summary>
    WaitingOnPeople = 5,
}
