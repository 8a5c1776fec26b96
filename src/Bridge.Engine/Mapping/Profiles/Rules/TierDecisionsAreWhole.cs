using Bridge.Engine.Validation;
using Bridge.Model.Findings;

namespace Bridge.Engine.Mapping.Profiles.Rules;

/// <summary>A decision about tiers contradicts itself or lacks its period.</summary>
internal sealed class TierDecisionsAreWhole : IProfileRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROFILE-012",
        nameof(TierDecisionsAreWhole),
        Severity.Blocking,
        "A decision about tiers contradicts itself or lacks its period.",
        "Tiers by order value have no period; tiers by period revenue or count need one.");

    public void Check(ProfileSubject profile)
    {
        var contracts = profile.Definition.Contracts;
        foreach (var (template, decision) in contracts.Templates.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var tiers = decision.Tiers;
            if (tiers.Basis == Model.Contracts.TierBasis.OrderValue && tiers.Period is not null)
            {
                profile.Report(Definition, template, "'tierBasis: orderValue' has no period: each order stands alone.", "contracts", "templates", template, "tierPeriod");
            }

            if (tiers.Or(contracts.Tiers) is { Basis: Model.Contracts.TierBasis.PeriodRevenue or Model.Contracts.TierBasis.PeriodCount, Period: null } && tiers.Basis is not null)
            {
                profile.Report(Definition, template, "The decision names what the tiers count, not over which period.", "contracts", "templates", template);
            }
        }
    }
}
