namespace Bridge.Model.Contracts;

/// <summary>When a locked commission is paid.</summary>
public sealed record PayoutSchedule
{
    /// <summary>From when the period runs.</summary>
    public required LockBasis Basis { get; init; }

    /// <summary>Days after the basis (net 30 is 30).</summary>
    public int Days { get; init; }

    /// <summary>How often payouts run; none when each commission is paid on its own day.</summary>
    public TermPeriod Every { get; init; }

    /// <summary>True when a true-up over the quarter follows.</summary>
    public bool QuarterlyTrueUp { get; init; }
}
