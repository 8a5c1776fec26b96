using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A promo code is empty, too long, or holds spaces or control characters.</summary>
internal sealed class CodeTextAllowed : IRecordRule<PromoCode, DesiredPromoCode>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CODE-002",
        nameof(CodeTextAllowed),
        Severity.Excluding,
        "A promo code is empty, too long, or holds spaces or control characters.",
        "Correct the code in the code list; shoppers type it as it is.");

    public IEnumerable<RuleBreach> Check(PromoCode source, DesiredPromoCode desired, RuleContext context)
    {
        if (desired.Code.Length == 0 || desired.Code.Length > context.Profile.PromoCodes.MaxLength)
        {
            yield return new RuleBreach("code", desired.Code, $"A code has 1 to {context.Profile.PromoCodes.MaxLength} characters.");
        }
        else if (desired.Code.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            yield return new RuleBreach("code", desired.Code, "A code has no spaces or control characters.");
        }
    }
}
