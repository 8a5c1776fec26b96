using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A contract or time-boxed term ends before it starts.</summary>
internal sealed class DatesInOrder : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CONTRACT-003",
        nameof(DatesInOrder),
        Severity.Excluding,
        "A contract or time-boxed term ends before it starts.",
        "Correct the dates in the export and extract again.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        if (source.StartsAt > source.EndsAt)
        {
            yield return new RuleBreach("endsAt", Text(source.EndsAt), $"The contract starts on {Text(source.StartsAt)}.");
        }

        foreach (var (index, box) in desired.Terms.Terms.Index())
        {
            if (box is TimeBoxed timeBoxed && timeBoxed.From >= timeBoxed.Until)
            {
                yield return new RuleBreach($"terms[{index}].until", Text(timeBoxed.Until), $"The term starts on {Text(timeBoxed.From)}.");
            }
        }
    }

    private static string? Text(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
