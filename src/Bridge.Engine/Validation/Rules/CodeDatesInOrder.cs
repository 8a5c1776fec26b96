using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A promo code ends before it starts.</summary>
internal sealed class CodeDatesInOrder : IRecordRule<PromoCode, DesiredPromoCode>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CODE-003",
        nameof(CodeDatesInOrder),
        Severity.Excluding,
        "A promo code ends before it starts.",
        "Correct the dates in the code list and extract again.");

    public IEnumerable<RuleBreach> Check(PromoCode source, DesiredPromoCode desired, RuleContext context)
    {
        if (desired.StartsAt > desired.EndsAt)
        {
            yield return new RuleBreach("endsAt", desired.EndsAt?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "The code ends before it starts.");
        }
    }
}
