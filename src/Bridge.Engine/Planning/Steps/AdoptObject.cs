namespace Bridge.Engine.Planning;

/// <summary>Takes over an object that is on the target already. No call; the id map gains a row.</summary>
public sealed record AdoptObject : PlanStep
{
    /// <summary>Native id of the object (tracking URL for links).</summary>
    public required string TargetId { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.AdoptObject(this);
}
