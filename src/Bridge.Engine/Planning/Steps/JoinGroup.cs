using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Adds partners to a group.</summary>
public sealed record JoinGroup : PlanStep
{
    /// <summary>Group and partners.</summary>
    public required GroupMembership Membership { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.JoinGroup(this);
}
