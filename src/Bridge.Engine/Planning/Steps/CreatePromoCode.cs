using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Makes a promo code.</summary>
public sealed record CreatePromoCode : PlanStep
{
    /// <summary>The code.</summary>
    public required PromoCodeDraft Draft { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.CreatePromoCode(this);
}
