using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Sets the reference values of a partner that exists.</summary>
public sealed record AmendPartner : PlanStep
{
    /// <summary>Before and after.</summary>
    public required PartnerAmendment Amendment { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.AmendPartner(this);
}
