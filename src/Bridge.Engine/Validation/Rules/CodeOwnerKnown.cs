using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A promo code belongs to nobody.</summary>
internal sealed class CodeOwnerKnown : IRecordRule<PromoCode, DesiredPromoCode>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CODE-001",
        nameof(CodeOwnerKnown),
        Severity.Excluding,
        "A promo code belongs to nobody.",
        "Name the owner in the code list, or choose promoCodes.withoutOwner: manual or skip in the profile.");

    public IEnumerable<RuleBreach> Check(PromoCode source, DesiredPromoCode desired, RuleContext context)
    {
        if (source.Owner is null)
        {
            yield return new RuleBreach("owner", null, "The source names no partner for the code.");
        }
    }
}
