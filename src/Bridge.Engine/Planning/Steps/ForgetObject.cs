namespace Bridge.Engine.Planning;

/// <summary>Drops the id map row of an adopted object; the inverse of adopting. No call.</summary>
public sealed record ForgetObject : PlanStep
{
    /// <summary>Native id of the object.</summary>
    public required string TargetId { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.ForgetObject(this);
}
