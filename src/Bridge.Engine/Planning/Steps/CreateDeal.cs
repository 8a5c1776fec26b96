using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Makes a deal.</summary>
public sealed record CreateDeal : PlanStep
{
    /// <summary>The deal.</summary>
    public required DealDraft Draft { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.CreateDeal(this);
}
