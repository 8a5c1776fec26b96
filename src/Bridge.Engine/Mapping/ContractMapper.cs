using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping;

/// <summary>
/// Contracts: open questions about tiers are answered from the profile, terms fitted to the target, optional parts carried or
/// dropped. A null in the desired terms means that nothing is demanded of the target there.
/// </summary>
internal sealed class ContractMapper(MappingDefinition profile, TermExpressiveness target)
{
    private readonly Dictionary<string, int> precedence = profile.Contracts.Precedence
        .Select((kind, index) => KeyValuePair.Create(kind, index))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Place of a contract among several of one partner, lowest leads; the same whether it can move or not.</summary>
    public int PrecedenceOf(Contract source) =>
        source.TemplateKind is { } kind && precedence.TryGetValue(kind, out var rank) ? rank : precedence.Count;

    public DesiredContract? Map(Contract source, MappingNotes notes)
    {
        var rules = profile.Contracts;
        var status = StateOf(source);
        if (!profile.Scope.ContractStatuses.Contains(status))
        {
            notes.Exclude(Outcome.Skipped, "StatusOutOfScope", $"The contract is {status}; scope.contracts.statuses names the states that move.");
            return null;
        }

        var key = source.TemplateId ?? source.Id.Value;
        if (profile.Scope.ExcludedTemplates.Contains(key))
        {
            notes.Exclude(Outcome.Skipped, "TemplateExcluded", $"scope.contracts.excludeTemplates names '{key}'.");
            return null;
        }

        var decision = rules.Templates.GetValueOrDefault(key);
        var name = decision?.Name ?? NamePattern.Fill(rules.TemplateName, part => part switch
        {
            "name" => source.Name,
            "id" => key,
            _ => source.TemplateKind ?? "",
        })!;
        var tiers = decision is null ? rules.Tiers : decision.Tiers.Or(rules.Tiers);
        var decided = Decide(source.Terms, tiers, notes, "terms");
        notes.Why.Add(decision?.Id is { } declared ? $"template {declared} stands for {key}" : $"no template is declared for {key}");
        return new DesiredContract
        {
            TemplateKey = key,
            TemplateName = name,
            TemplateId = decision?.Id,
            Precedence = PrecedenceOf(source),
            Terms = Frame(source, notes) with
            {
                Name = name,
                TemplateId = decision?.Id,
                Terms = Plain(new TermFitter(target, notes.Losses).Fit(decided)),
            },
        };
    }

    private ContractStatus StateOf(Contract source) =>
        source.NativeStatus is { } native && profile.States.Contracts.TryGetValue(native, out var named) ? named
        : profile.States.Contracts.GetValueOrDefault(source.Status.ToString(), source.Status);

    private ValueList<CommissionTerm> Decide(ValueList<CommissionTerm> terms, TierDecision decision, MappingNotes notes, string path) =>
        terms.Select((term, index) => Decide(term, decision, notes, $"{path}[{index}]")).ToValueList();

    private CommissionTerm Decide(CommissionTerm term, TierDecision decision, MappingNotes notes, string at)
    {
        var renamed = term with { Scope = Rename(term.Scope) };
        return renamed switch
        {
            Tiered tiered => Decide(tiered, decision, notes, at),
            TimeBoxed box => box with { Terms = Decide(box.Terms, decision, notes, at + ".terms") },
            _ => renamed,
        };
    }

    private static Tiered Decide(Tiered tiered, TierDecision decision, MappingNotes notes, string at)
    {
        var basis = tiered.Basis == TierBasis.Undeclared ? decision.Basis ?? TierBasis.Undeclared : tiered.Basis;
        if (basis == TierBasis.Undeclared)
        {
            var thresholds = string.Join(", ", tiered.Tiers.Select(tier => Model.Json.CanonicalDecimalConverter.Format(tier.From)));
            notes.Report(MappingFindings.TierBasisUndecided, at + ".basis", thresholds, "Nobody has decided whether the thresholds count the order, the revenue of a period or its actions.");
            return tiered;
        }

        if (basis == TierBasis.OrderValue)
        {
            // Each order stands alone: the band that it falls into pays all of it.
            return tiered with { Basis = basis, Period = TermPeriod.None, Mode = TierMode.Retroactive };
        }

        var period = tiered.Period == TermPeriod.None ? decision.Period ?? TermPeriod.None : tiered.Period;
        if (period == TermPeriod.None)
        {
            notes.Report(MappingFindings.TierPeriodUndecided, at + ".period", null, "Nobody has decided over which period the thresholds count.");
        }

        var mode = tiered.Mode == TierMode.Undeclared ? decision.Mode ?? TierMode.Undeclared : tiered.Mode;
        if (mode == TierMode.Undeclared)
        {
            notes.Report(MappingFindings.TierModeUndecided, at + ".mode", null, "Nobody has decided whether a reached tier pays the whole period.");
        }

        return tiered with { Basis = basis, Period = period, Mode = mode };
    }

    private TermScope Rename(TermScope scope) => scope.IsAll() ? scope : scope with
    {
        Conditions = scope.Conditions.Select(condition => condition with
        {
            Values = condition.Values.Select(value => Rename(condition.Field, value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
        }).ToValueList(),
    };

    /// <summary>Takes out the source's own names, which mean nothing on the target.</summary>
    private static ValueList<CommissionTerm> Plain(ValueList<CommissionTerm> terms) => terms.Select(term =>
    {
        var plain = term with
        {
            EventType = null,
            Scope = term.Scope.IsAll() ? term.Scope : term.Scope with
            {
                Conditions = term.Scope.Conditions
                    .Select(condition => condition.Field == ScopeField.Other ? condition : condition with { NativeField = null })
                    .ToValueList(),
            },
        };
        return plain is TimeBoxed box ? box with { Terms = Plain(box.Terms) } : plain;
    }).ToValueList();

    private string Rename(ScopeField field, string value)
    {
        foreach (var rule in profile.Contracts.ScopeValues)
        {
            if (rule.Field == field && string.Equals(rule.From, value, StringComparison.OrdinalIgnoreCase))
            {
                return rule.To;
            }
        }

        return value;
    }

    /// <summary>Everything of a contract but its name and terms.</summary>
    private Contract Frame(Contract source, MappingNotes notes)
    {
        var rules = profile.Contracts;
        var click = Carry(rules.ClickWindow.Apply(source.Windows?.Click), target.ClickWindow, "windows.click", notes);
        var view = Carry(rules.ViewWindow.Apply(source.Windows?.View), target.ViewWindow, "windows.view", notes);
        var attribution = rules.Attribution == CarryMode.Source;
        return new Contract
        {
            Id = source.Id,
            Partner = source.Partner,
            Name = source.Name,
            Status = ContractStatus.Active,
            Currency = source.Currency ?? profile.Defaults.Currency,
            EndsAt = Carry(rules.EndDate, source.EndsAt, target.EndDates, LossCodes.EndDateNotCarried, "endsAt", notes,
                $"The source's contract ends on {source.EndsAt:yyyy-MM-dd}, the target's goes on; end it by hand."),
            Windows = click is null && view is null ? null : new Model.Contracts.ReferralWindows { Click = click, View = view },
            Locking = Carry(rules.Locking, source.Locking, target.Locking, LossCodes.LockingUnsupported, "locking", notes),
            Payout = Carry(rules.Payout, source.Payout, target.PayoutSchedule, LossCodes.PayoutScheduleUnsupported, "payout", notes),
            Clawback = Carry(rules.Clawback, source.Clawback, target.Clawback, LossCodes.ClawbackUnsupported, "clawback", notes),
            MinimumPayout = Carry(rules.MinimumPayout, source.MinimumPayout, target.MinimumPayout, LossCodes.MinimumPayoutUnsupported, "minimumPayout", notes),
            Attribution = attribution ? Attribution(source.Attribution, notes) : null,
            CreditShares = attribution && source.CreditShares.Count > 0
                ? Carry(CarryMode.Source, source.CreditShares, target.CreditShares, LossCodes.CreditSplitUnsupported, "creditShares", notes) ?? []
                : [],
            DealRegistration = attribution
                ? Carry(CarryMode.Source, source.DealRegistration, target.DealRegistration, LossCodes.DealRegistrationUnsupported, "dealRegistration", notes)
                : null,
        };
    }

    private AttributionRule? Attribution(AttributionRule? rule, MappingNotes notes)
    {
        if (rule is null or AttributionRule.Unknown || target.Attributions.Contains(rule.Value))
        {
            return rule == AttributionRule.Unknown ? null : rule;
        }

        notes.Lose(LossCodes.AttributionUnsupported, Fidelity.Degraded, "attribution", $"The target cannot credit by {rule}; its own rule holds.");
        return null;
    }

    private static TimeSpan? Carry(TimeSpan? window, bool held, string path, MappingNotes notes)
    {
        if (window is null || held)
        {
            return window;
        }

        notes.Lose(LossCodes.WindowUnsupported, Fidelity.Degraded, path, $"The target cannot set this window; the source's is {window.Value.TotalHours:0.##} hours.");
        return null;
    }

    private static T? Carry<T>(CarryMode mode, T? part, bool held, string code, string path, MappingNotes notes)
        where T : class => Keeps(mode, part is not null, held, code, path, notes) ? part : null;

    private static T? Carry<T>(CarryMode mode, T? part, bool held, string code, string path, MappingNotes notes, string? message = null)
        where T : struct => Keeps(mode, part is not null, held, code, path, notes, message) ? part : null;

    private static bool Keeps(CarryMode mode, bool present, bool held, string code, string path, MappingNotes notes, string? message = null)
    {
        if (mode == CarryMode.Drop || !present)
        {
            return false;
        }

        if (!held)
        {
            notes.Lose(code, Fidelity.Degraded, path, message ?? LossCodes.Meanings[code]);
        }

        return held;
    }
}
