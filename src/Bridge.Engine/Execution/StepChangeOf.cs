namespace Bridge.Engine.Execution;

/// <summary>What changes about a step; what is null stays as it was, reason and message excepted.</summary>
internal sealed record StepChangeOf(StepState State)
{
    public int? Attempt { get; init; }

    public string? TargetId { get; init; }

    /// <summary>True when the object that was held for the step's is not its own after all.</summary>
    public bool ClearsTarget { get; init; }

    public string? Reason { get; init; }

    public string? Message { get; init; }

    public string? HandoffId { get; init; }
}
