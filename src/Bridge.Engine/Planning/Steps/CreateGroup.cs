using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Makes a partner group.</summary>
public sealed record CreateGroup : PlanStep
{
    /// <summary>The group.</summary>
    public required PartnerGroupDraft Draft { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.CreateGroup(this);
}
