namespace Bridge.Simulation.Hosting.Faults;

/// <summary>What a fault does to a request.</summary>
public enum FaultAction
{
    /// <summary>The rail answers <see cref="FaultRule.Status"/> and does nothing.</summary>
    RefuseBeforeProcessing,

    /// <summary>The rail does it; the answer never arrives.</summary>
    AppliedLost,

    /// <summary>The rail does it and answers <see cref="FaultRule.Status"/>, as a gateway that gave up would.</summary>
    AppliedStatus,

    /// <summary>The rail does it; the answer ends in the middle of its body.</summary>
    AppliedTruncated,

    /// <summary>The rail does it and answers 200 with a page that is not its own.</summary>
    AppliedGarbage,

    /// <summary>The rail does it twice and answers once.</summary>
    AppliedTwice,

    /// <summary>The request is lost on its way: nothing is done and no answer arrives.</summary>
    Dropped,

    /// <summary>The rail answers 429 in its own dialect, whatever its budget says.</summary>
    Throttle,

    /// <summary>The rail does it and answers after <see cref="FaultRule.Delay"/>.</summary>
    Slow,

    /// <summary>The rail answers 401, as after a credential was taken back.</summary>
    Revoke,
}
