using System.Text.Json;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Json;

namespace Bridge.Engine.Planning;

/// <summary>
/// Compares the terms of a contract on the target with those it should have, field by field. Only what is wanted is
/// compared; ids, names, native words and evaluation ranks do not count. Used by the planner and by the probe that proves a
/// template.
/// </summary>
public static class ContractComparison
{
    /// <summary>Every field that differs, in a fixed order; empty when the contract is as it should be.</summary>
    /// <param name="wanted">Terms as the target should hold them.</param>
    /// <param name="actual">Contract as read.</param>
    public static IReadOnlyList<FieldDifference> Differences(Contract wanted, Contract actual)
    {
        var differences = new List<FieldDifference>();
        Compare(differences, "currency", wanted.Currency?.Code, actual.Currency?.Code);
        Compare(differences, "windows.click", wanted.Windows?.Click?.ToString(), actual.Windows?.Click?.ToString());
        Compare(differences, "windows.view", wanted.Windows?.View?.ToString(), actual.Windows?.View?.ToString());
        Compare(differences, "locking", Text(wanted.Locking), Text(actual.Locking));
        Compare(differences, "payout", Text(wanted.Payout), Text(actual.Payout));
        Compare(differences, "attribution", wanted.Attribution?.ToString(), actual.Attribution?.ToString());
        Compare(differences, "minimumPayout", wanted.MinimumPayout?.ToString(), actual.MinimumPayout?.ToString());
        Compare(differences, "endsAt", Text(wanted.EndsAt), Text(actual.EndsAt));
        Compare(differences, "autoRenews", wanted.AutoRenews?.ToString(), actual.AutoRenews?.ToString());
        Compare(differences, "creditShares", Text(wanted.CreditShares), Text(actual.CreditShares));
        Compare(differences, "dealRegistration", wanted.DealRegistration?.ToString(), actual.DealRegistration?.ToString());
        CompareClawback(differences, wanted.Clawback, actual.Clawback);
        CompareTerms(differences, wanted, actual);
        return differences;
    }

    private static void Compare(List<FieldDifference> differences, string path, string? wanted, string? actual)
    {
        if (wanted is not null && !string.Equals(wanted, actual, StringComparison.Ordinal))
        {
            differences.Add(new FieldDifference(path, actual, wanted));
        }
    }

    private static void CompareClawback(List<FieldDifference> differences, ClawbackPolicy? wanted, ClawbackPolicy? actual)
    {
        Compare(differences, "clawback.onReturn", wanted?.OnReturn.ToString(), actual?.OnReturn.ToString());
        Compare(differences, "clawback.onChurn", wanted is null or { OnChurn: ClawbackOnChurn.Unknown } ? null : wanted.OnChurn.ToString(), actual?.OnChurn.ToString());
        Compare(differences, "clawback.window", wanted?.Window?.ToString(), actual?.Window?.ToString());
    }

    private static string? Text(DateTimeOffset? instant) => instant?.ToUniversalTime().ToString("O");

    private static string? Text(ValueList<CreditShare> shares) => shares.Count == 0
        ? null
        : string.Join(", ", shares.OrderBy(share => share.Role, StringComparer.Ordinal).Select(share => $"{share.Role} {share.Share}"));

    private static string? Text(LockingRule? rule) => rule is null ? null : $"{rule.Basis}+{rule.Months}m{rule.Days}d";

    private static string? Text(PayoutSchedule? schedule) =>
        schedule is null ? null : $"{schedule.Basis}+{schedule.Days}d every {schedule.Every}{(schedule.QuarterlyTrueUp ? " with a quarterly true-up" : "")}";

    private static void CompareTerms(List<FieldDifference> differences, Contract wanted, Contract actual)
    {
        var remaining = actual.Terms.ToList();
        foreach (var term in wanted.Terms)
        {
            var keepLevel = KnowsLevel(term);
            var text = Compared(term, keepLevel);
            var match = remaining.FindIndex(candidate => string.Equals(Compared(candidate, keepLevel), text, StringComparison.Ordinal));
            if (match >= 0)
            {
                remaining.RemoveAt(match);
                continue;
            }

            var scope = ScopeText(term);
            var rival = remaining.FindIndex(candidate => candidate.GetType() == term.GetType() && ScopeText(candidate) == scope);
            differences.Add(new FieldDifference($"terms[{scope}]", rival < 0 ? null : Shown(remaining[rival], keepLevel), Shown(term, keepLevel)));
            if (rival >= 0)
            {
                remaining.RemoveAt(rival);
            }
        }

        foreach (var extra in remaining)
        {
            differences.Add(new FieldDifference($"terms[{ScopeText(extra)}]", Shown(extra, keepLevel: true), null));
        }
    }

    /// <summary>With instants in UTC: the offset that a rail tells them with is no difference.</summary>
    private static string Compared(CommissionTerm term, bool keepLevel) => JsonSerializer.Serialize(Plain(term, keepLevel), BridgeJson.Utc.CommissionTerm);

    private static string Shown(CommissionTerm term, bool keepLevel) => JsonSerializer.Serialize(Plain(term, keepLevel), BridgeJson.Default.CommissionTerm);

    private static CommissionTerm Plain(CommissionTerm term, bool keepLevel)
    {
        var plain = term with { EventType = null, Scope = PlainScope(term.Scope) };
        return plain is TimeBoxed box ? PlainBox(box, keepLevel) : keepLevel ? plain : WithoutLevel(plain);
    }

    /// <summary>What holds for a while is compared like the rest: by its time and its terms, in any order, whatever it is called.</summary>
    private static TimeBoxed PlainBox(TimeBoxed box, bool keepLevel) => box with
    {
        Name = null,
        Terms = [.. box.Terms.Select(term => Plain(term, keepLevel)).OrderBy(term => JsonSerializer.Serialize(term, BridgeJson.Utc.CommissionTerm), StringComparer.Ordinal)],
    };

    private static bool KnowsLevel(CommissionTerm term) =>
        term is TimeBoxed box ? box.Terms.Any(KnowsLevel) : LevelOf(term) is not (null or PayoutLevel.Unknown);

    private static TermScope PlainScope(TermScope scope) => new()
    {
        Conditions = [.. scope.Conditions
            .Select(condition => condition with { NativeField = condition.Field == ScopeField.Other ? condition.NativeField : null, ListName = condition.Values.Count == 0 ? condition.ListName : null, Values = [.. condition.Values.Order(StringComparer.OrdinalIgnoreCase)] })
            .OrderBy(condition => condition.Field)
            .ThenBy(condition => condition.ToString(), StringComparer.Ordinal)],
    };

    private static string ScopeText(CommissionTerm term) =>
        term.Scope.IsAll()
            ? "all"
            : string.Join(" and ", PlainScope(term.Scope).Conditions.Select(condition => $"{condition.Field} {condition.Operator} {string.Join('|', condition.Values)}{condition.ListName}"));

    private static PayoutLevel? LevelOf(CommissionTerm term) => term switch
    {
        PercentOfSale percent => percent.Level,
        FlatPerAction flat => flat.Level,
        Tiered tiered => tiered.Level,
        _ => null,
    };

    private static CommissionTerm WithoutLevel(CommissionTerm term) => term switch
    {
        PercentOfSale percent => percent with { Level = PayoutLevel.Unknown },
        FlatPerAction flat => flat with { Level = PayoutLevel.Unknown },
        Tiered tiered => tiered with { Level = PayoutLevel.Unknown },
        _ => term,
    };
}
