using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>Deletes a deal; the inverse of making it.</summary>
public sealed record DeleteDeal : PlanStep
{
    /// <summary>Native id of the deal.</summary>
    public required DealId TargetId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.DeleteDeal(this);
}
