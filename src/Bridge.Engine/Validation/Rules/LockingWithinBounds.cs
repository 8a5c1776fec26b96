using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A lock or payout period is negative or longer than a year.</summary>
internal sealed class LockingWithinBounds : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CONTRACT-005",
        nameof(LockingWithinBounds),
        Severity.Excluding,
        "A lock or payout period is negative or longer than a year.",
        "Correct the period in the export, or drop it in the profile under contracts.locking or contracts.payout.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        if (desired.Terms.Locking is { } locking && (locking.Days is < 0 or > 366 || locking.Months is < 0 or > 12))
        {
            yield return new RuleBreach("locking", $"{locking.Months} months {locking.Days} days", "The lock period is out of bounds.");
        }

        if (desired.Terms.Payout is { Days: < 0 or > 366 } payout)
        {
            yield return new RuleBreach("payout", $"{payout.Days} days", "The payout period is out of bounds.");
        }
    }
}
