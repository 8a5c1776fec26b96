using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Ends a promo code; the inverse of making it.</summary>
public sealed record ExpirePromoCode : PlanStep
{
    /// <summary>Native id of the code.</summary>
    public required PromoCodeId TargetId { get; init; }

    /// <summary>The code as it was made: what must still be there.</summary>
    public required PromoCodeDraft Made { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(IStepCases<TResult> cases) => cases.ExpirePromoCode(this);
}
