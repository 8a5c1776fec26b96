using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Money;

namespace Bridge.Rails.House.Writing;

/// <summary>Terms as rows of a contract. The first term stands in the contract's own row.</summary>
internal sealed class TermRows(RowWriter row, string contract, string partner, Currency currency)
{
    private int written;

    /// <summary>Writes the terms: those that always hold, then those of a time.</summary>
    /// <returns>The terms that a reader finds.</returns>
    public ValueList<CommissionTerm> Write(ValueList<CommissionTerm> terms)
    {
        var always = terms.Where(term => term is not TimeBoxed).ToList();
        var timed = terms.OfType<TimeBoxed>().ToList();
        if (!terms.SequenceEqual(always.Concat(timed)))
        {
            row.Lose("TermOrder", Fidelity.Equivalent, "terms", "Terms of a time stand behind those that always hold.");
        }

        var held = new List<CommissionTerm>(always.Select(term => Write(term, null)).OfType<CommissionTerm>());
        foreach (var time in timed.GroupBy(time => (time.From, time.Until, Name: RowWriter.Fit(time.Name))))
        {
            var merged = time.First() with { Terms = time.SelectMany(each => each.Terms).ToValueList() };
            if (time.Count() > 1 || merged.Scope != TermScope.All || merged.Action != default || merged.EventType is not null || HasSeconds(merged.From) || HasSeconds(merged.Until ?? merged.From))
            {
                Drop("a time with a scope of its own, or twice");
                continue;
            }

            var inside = merged.Terms.Select(term => Write(term, merged)).OfType<CommissionTerm>().ToValueList();
            if (inside.Count > 0)
            {
                held.Add(new TimeBoxed { From = merged.From, Until = merged.Until, Name = time.Key.Name, Terms = inside });
            }
            else
            {
                Drop("a time without terms");
            }
        }

        return held.ToValueList();
    }

    /// <summary>The last second of a day means the whole day to a reader.</summary>
    private static bool HasSeconds(DateTimeOffset at) => at.Ticks % TimeSpan.TicksPerMinute != 0;

    private CommissionTerm? Write(CommissionTerm term, TimeBoxed? time)
    {
        if (Problem(term) is { } problem)
        {
            Drop(problem);
            return null;
        }

        if (term is Tiered tiered)
        {
            var ends = tiered.Tiers.Select((tier, place) => tier with { UpTo = place + 1 < tiered.Tiers.Count ? tiered.Tiers[place + 1].From : null }).ToValueList();
            if (ends != tiered.Tiers)
            {
                row.Lose("TierEnds", Fidelity.Degraded, "terms", "A tier ends where the next one begins, and the last one has no end.");
            }

            var number = ++written;
            foreach (var tier in ends)
            {
                Begin(number, tier == ends[0] && number == 1, term, "Tiered", time);
                Fill(tiered, tier);
            }

            return tiered with { Tiers = ends };
        }

        written++;
        Begin(written, written == 1, term, term.GetType().Name switch { nameof(PercentOfSale) => "Percent", nameof(FlatPerAction) => "Flat", var name => name }, time);
        return Fill(term);
    }

    /// <summary>Why a term cannot be held in full; null when it can.</summary>
    private string? Problem(CommissionTerm term) =>
        Scope(term.Scope) is null ? "a condition that cannot be written"
        : term.EventType is { } type && RowWriter.Fit(type) != type ? "an event type with blanks around it"
        : term.Match(
            percent => null,
            flat => Of(flat.Amount),
            tiered => tiered.Tiers.Count == 0 ? "no tiers"
                : tiered.Tiers.Zip(tiered.Tiers.Skip(1)).Any(pair => pair.First.From >= pair.Second.From) ? "tiers out of order"
                : tiered.Tiers.Select(tier => Of(tier.Amount)).FirstOrDefault(problem => problem is not null),
            recurring => recurring.FromPeriod < 1 || recurring.Periods < 0 ? "payments before the first one" : Of(recurring.Amount),
            bonus => Of(bonus.Amount),
            cap => cap.Target is CapTarget.ActionsPerPartner or CapTarget.ActionsPerCustomer
                ? cap is { Actions: >= 0, Payout: null } ? null : "a limit of another kind than it says"
                : cap is { Payout: { } payout, Actions: null } ? Of(payout) : "a limit of another kind than it says",
            _ => "a time within a time",
            fee => Of(fee.Amount));

    private string? Of(Money money) => money.Currency == currency ? null : "an amount in another currency than the contract";

    private string? Of(CommissionAmount amount) => amount switch
    {
        { Rate: not null, Flat: null } => null,
        { Rate: null, Flat: { } flat } => Of(flat),
        _ => "an amount that is neither a rate nor a sum",
    };

    private void Drop(string why) => row.Lose("TermDropped", Fidelity.Dropped, $"terms: {why}", $"A term cannot be written: {why}.");

    private void Begin(int number, bool first, CommissionTerm term, string kind, TimeBoxed? time)
    {
        if (!first)
        {
            row.Begin();
            row.Text("Contract ID", contract);
            row.Text("Partner ID", partner);
        }

        row.Number("Term", number);
        row.Text("Term Kind", char.ToLowerInvariant(kind[0]) + kind[1..]);
        row.Word("Action", term.Action);
        row.Text("Event Type", term.EventType);
        row.Text("Scope", Scope(term.Scope) is { Length: > 0 } conditions ? conditions : null);
        row.Number("Rank", term.Scope.Rank);
        if (time is not null)
        {
            row.Instant("Valid From", time.From);
            row.Instant("Valid Until", time.Until);
            row.Text("Override", time.Name);
        }
    }

    private CommissionTerm Fill(CommissionTerm term)
    {
        switch (term)
        {
            case PercentOfSale percent:
                row.Number("Rate", percent.Rate.ToPercent());
                row.Word("Level", percent.Level);
                break;
            case FlatPerAction flat:
                row.Number("Amount", flat.Amount.Amount);
                row.Word("Level", flat.Level);
                break;
            case Recurring recurring:
                Amount(recurring.Amount);
                row.Number("First Payment", recurring.FromPeriod);
                row.Number("Payments", recurring.Periods);
                row.Word("Period", recurring.Period);
                break;
            case Bonus bonus:
                row.Word("Basis", bonus.Basis);
                row.Word("Period", bonus.Period);
                row.Number("From", bonus.Threshold);
                Amount(bonus.Amount);
                row.Text("Each Following", bonus.OnEachFollowingAction ? "Y" : "N");
                break;
            case Cap cap:
                row.Word("Cap Target", cap.Target);
                row.Word("Period", cap.Period);
                row.Number("Amount", cap.Payout?.Amount ?? cap.Actions);
                break;
            case SlottingFee fee:
                row.Word("Trigger", fee.Trigger);
                row.Number("Amount", fee.Amount.Amount);
                break;
            default:
                throw new InvalidOperationException($"{term.GetType().Name} has no row of its own.");
        }

        return term;
    }

    private void Fill(Tiered term, Tier tier)
    {
        row.Word("Basis", term.Basis);
        row.Word("Period", term.Period);
        row.Word("Mode", term.Mode);
        row.Word("Level", term.Level);
        row.Number("From", tier.From);
        row.Number("Up To", tier.UpTo);
        Amount(tier.Amount);
    }

    private void Amount(CommissionAmount amount)
    {
        row.Number("Rate", amount.Rate?.ToPercent());
        row.Number("Amount", amount.Flat?.Amount);
    }

    /// <summary>Conditions in one cell; empty for everything, null when one of them cannot be written.</summary>
    private static string? Scope(TermScope scope)
    {
        if (scope.Rank < 0 || scope.Conditions.Distinct().Count() != scope.Conditions.Count)
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var condition in scope.Conditions)
        {
            var sound = condition.ListName is null && condition.Values.Count > 0
                && condition.NativeField?.Any(letter => char.IsWhiteSpace(letter) || letter == ';') != true && condition.NativeField is not ""
                && condition.Values.SequenceEqual(condition.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal)
                && condition.Values.All(value => value.Length > 0 && value.Trim() == value && RowWriter.Trim(value) == value && value.AsSpan().IndexOfAny("\r\n") < 0
                    && !value.Contains("%3B", StringComparison.OrdinalIgnoreCase) && !value.Contains("%7C", StringComparison.OrdinalIgnoreCase));
            if (!sound)
            {
                return null;
            }

            var field = condition.Field.ToString();
            var values = condition.Values.Select(value => value.Replace(";", "%3B", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal));
            parts.Add($"{char.ToLowerInvariant(field[0])}{field[1..]}{(condition.NativeField is null ? "" : ":" + condition.NativeField)} {condition.Operator} {string.Join('|', values)}");
        }

        return string.Join("; ", parts);
    }
}
