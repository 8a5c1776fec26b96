namespace Bridge.Engine.Planning;

/// <summary>Says that something stays because nothing can undo it. No call; the id map keeps its row, so that a later apply adopts it.</summary>
public sealed record KeepObject : PlanStep
{
    /// <summary>Native id of the object; null when it has none.</summary>
    public string? TargetId { get; init; }

    /// <summary>Why it stays and what a person can do, in one sentence.</summary>
    public required string Remains { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.KeepObject(this);
}
