using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Accepts or declines an application.</summary>
public sealed record DecideApplication : PlanStep
{
    /// <summary>The decision.</summary>
    public required ApplicationDecision Decision { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.DecideApplication(this);
}
