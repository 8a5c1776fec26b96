namespace Bridge.Engine.Execution;

/// <summary>One run of an approved plan.</summary>
public sealed record RunRow
{
    /// <summary>Id.</summary>
    public required string RunId { get; init; }

    /// <summary>Plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>Approval under which it runs.</summary>
    public required string ApprovalId { get; init; }

    /// <summary>State.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>Start.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>End; null while it can go on.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Run that this one rolls back; null for an ordinary one.</summary>
    public string? RollsBack { get; init; }

    /// <summary>Why it stopped; null when it did not.</summary>
    public string? Reason { get; init; }
}
