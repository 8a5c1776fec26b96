using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Takes partners out of a group; the inverse of joining.</summary>
public sealed record LeaveGroup : PlanStep
{
    /// <summary>Group and partners.</summary>
    public required GroupMembership Membership { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.LeaveGroup(this);
}
