namespace Bridge.Model.Contracts;

/// <summary>Until when a conversion can still be changed, and when it is paid.</summary>
public sealed record LockingRule
{
    /// <summary>From when the period runs.</summary>
    public required LockBasis Basis { get; init; }

    /// <summary>Days after the basis.</summary>
    public int Days { get; init; }

    /// <summary>Whole months after the basis, before the days are added.</summary>
    public int Months { get; init; }
}
