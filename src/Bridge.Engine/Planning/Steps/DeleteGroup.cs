using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>Deletes a group; the inverse of making it.</summary>
public sealed record DeleteGroup : PlanStep
{
    /// <summary>Native id of the group.</summary>
    public required PartnerGroupId TargetId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.DeleteGroup(this);
}
