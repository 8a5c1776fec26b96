using Bridge.Model.Collections;
using Bridge.Model.Contracts;

namespace Bridge.Rails.House.Terms;

/// <summary>Joins the rows of one contract: tiers to tiered terms, terms of one time to one override. Order is that of the rows.</summary>
internal static class TermBuilder
{
    /// <summary>The terms; what does not fit together goes to the problems.</summary>
    public static ValueList<CommissionTerm> Build(IReadOnlyList<TermRow> rows, ICollection<string> problems)
    {
        var terms = new List<CommissionTerm>();
        foreach (var time in rows.GroupBy(row => (row.ValidFrom, row.ValidUntil, row.Override)))
        {
            var inside = Join([.. time], problems);
            if (time.Key.ValidFrom is { } from)
            {
                terms.Add(new TimeBoxed { From = from, Until = time.Key.ValidUntil, Name = time.Key.Override, Terms = inside.ToValueList() });
            }
            else
            {
                if (time.Key.ValidUntil is not null)
                {
                    problems.Add($"{time.First().Place}: 'Valid Until' needs 'Valid From'");
                }

                terms.AddRange(inside);
            }
        }

        return terms.ToValueList();
    }

    private static List<CommissionTerm> Join(IReadOnlyList<TermRow> rows, ICollection<string> problems)
    {
        var terms = new List<CommissionTerm>();
        foreach (var group in rows.GroupBy(Key))
        {
            var first = group.First();
            if (first.Term is Tiered tiered)
            {
                terms.Add(tiered with { Tiers = Tiers([.. group], tiered, problems) });
                continue;
            }

            foreach (var extra in group.Skip(1))
            {
                problems.Add($"{extra.Place} has the number of term {first.Number} in {first.Place}, which has no tiers");
            }

            terms.Add(first.Term);
        }

        return terms;
    }

    /// <summary>Rows with one number are one term; tiers without number belong together when they apply to the same.</summary>
    private static object Key(TermRow row) => row.Number is not null
        ? row.Number
        : row.Term is Tiered tiered ? (tiered.Scope, tiered.Action, tiered.EventType) : row;

    private static ValueList<Tier> Tiers(IReadOnlyList<TermRow> rows, Tiered first, ICollection<string> problems)
    {
        var tiers = new List<(Tier Tier, string Place)>();
        foreach (var row in rows)
        {
            if (row.Term is Tiered other && other with { Tiers = first.Tiers } == first)
            {
                tiers.Add((other.Tiers[0], row.Place));
            }
            else
            {
                problems.Add($"{row.Place} states another kind, basis, period, mode, scope or action than the tiers of {rows[0].Place}");
            }
        }

        tiers.Sort((one, other) => one.Tier.From.CompareTo(other.Tier.From));
        var result = new List<Tier>();
        for (var index = 0; index < tiers.Count; index++)
        {
            var (tier, place) = tiers[index];
            decimal? next = index + 1 < tiers.Count ? tiers[index + 1].Tier.From : null;
            if (tier.UpTo is { } end && end != next)
            {
                problems.Add(next is null ? $"{place}: the last tier has an end, so larger values have no rate" : $"{place}: the tier ends where the next one does not begin");
            }
            else if (next == tier.From)
            {
                problems.Add($"{place}: two tiers begin at the same threshold");
            }

            result.Add(tier with { UpTo = next });
        }

        return result.ToValueList();
    }
}
