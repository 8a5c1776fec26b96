using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A referral window is not between one hour and two years.</summary>
internal sealed class WindowsWithinBounds : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CONTRACT-004",
        nameof(WindowsWithinBounds),
        Severity.Excluding,
        "A referral window is not between one hour and two years.",
        "Correct the window in the export, or fix it in the profile under contracts.clickWindow or contracts.viewWindow.");

    private static readonly TimeSpan Least = TimeSpan.FromHours(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(730);

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        if (Outside(desired.Terms.Windows?.Click))
        {
            yield return new RuleBreach("windows.click", desired.Terms.Windows?.Click?.ToString(), "The click window is out of bounds.");
        }

        if (Outside(desired.Terms.Windows?.View))
        {
            yield return new RuleBreach("windows.view", desired.Terms.Windows?.View?.ToString(), "The view window is out of bounds.");
        }
    }

    private static bool Outside(TimeSpan? window) => window < Least || window > Most;
}
