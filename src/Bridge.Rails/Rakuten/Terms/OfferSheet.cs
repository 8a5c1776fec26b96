using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Terms;

/// <summary>
/// Reads the offer sheet: one row per rule and tier. The sheet is filled in by hand and bounded by the number of offers of a
/// program (dozens, at most some thousand rows), so it is held as a whole.
/// </summary>
internal sealed class OfferSheet(RakutenSource source)
{
    private readonly Dictionary<string, List<(OfferRow Row, string Place)>> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> gaps = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    /// <summary>Offers of all sheets in their order; findings about files and rows go to the list.</summary>
    public async Task<IReadOnlyList<Offer>> ReadAsync(DateOnly asOf, List<Finding> findings, CancellationToken cancellationToken)
    {
        var files = source.Files([ExportKind.Offers], asOf, findings);
        foreach (var file in files)
        {
            await ReadFileAsync(file, findings, cancellationToken);
        }

        return [.. order.Select(Build)];
    }

    private async Task ReadFileAsync(TableFile file, List<Finding> findings, CancellationToken cancellationToken)
    {
        var (used, totals, duplicates, unreadable) = (0, 0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var page in source.Pager.ReadAsync([file], null, cancellationToken))
        {
            findings.AddRange(page.Findings);
            foreach (var row in page.Rows)
            {
                if (!seen.Add(row.RawHash()))
                {
                    duplicates++;
                }
                else if (Read(row, findings) is { } refused)
                {
                    totals += refused == RowOutcomeKind.Total ? 1 : 0;
                    unreadable += refused == RowOutcomeKind.Unreadable ? 1 : 0;
                }
                else
                {
                    used++;
                }
            }
        }

        findings.Add(RakutenFindings.Joined(
            EntityKind.Template,
            file.Name,
            $"{used + totals + duplicates + unreadable} rows read = {used} rules and tiers + {totals} totals + {duplicates} duplicates + {unreadable} unreadable"));
    }

    private RowOutcomeKind? Read(TableRow row, List<Finding> findings)
    {
        if (TableReading.Refuse<Offer>(EntityKind.Template, row, null, findings) is { } refused)
        {
            return refused.Kind;
        }

        var cells = new CellReader(row);
        var offer = OfferRow.From(cells);
        if (TableReading.Refuse<Offer>(EntityKind.Template, row, cells, findings) is { } unreadable)
        {
            if (offer.OfferId.Length > 0)
            {
                Gap(offer.OfferId, $"{row.Place}: {string.Join("; ", cells.Problems.Where(problem => problem.Fatal).Select(problem => $"column '{problem.Column}' {problem.Rule}"))}");
            }

            return unreadable.Kind;
        }

        if (!rows.TryGetValue(offer.OfferId, out var known))
        {
            rows.Add(offer.OfferId, known = []);
            order.Add(offer.OfferId);
        }

        known.Add((offer, row.Place));
        return null;
    }

    private void Gap(string goid, string what)
    {
        if (!gaps.TryGetValue(goid, out var list))
        {
            gaps.Add(goid, list = []);
        }

        list.Add(what);
    }

    private Offer Build(string goid)
    {
        var known = rows[goid];
        var first = known[0].Row;
        foreach (var (row, place) in known.Skip(1).Where(other => !Common(other.Row).Equals(Common(first))))
        {
            Gap(goid, $"{place}: the row states other facts of the offer (name, type, status, windows, dates or currency) than {known[0].Place}");
        }

        return new Offer
        {
            Goid = goid,
            Number = first.OfferNumber,
            Name = first.OfferName,
            Type = RakutenTranslator.Word(first.OfferType),
            Status = first.Status,
            ReturnDays = first.ReturnDays,
            UpdateWindow = first.UpdateWindow,
            TrueLock = first.TrueLock,
            Start = first.StartDate,
            End = first.EndDate,
            Currency = first.Currency,
            Rules = [.. known.GroupBy(row => row.Row.RuleId, StringComparer.Ordinal).Select(rule => Rule(goid, rule.Key, [.. rule]))],
            Place = known[0].Place,
            Gaps = gaps.GetValueOrDefault(goid) ?? [],
        };
    }

    private static object Common(OfferRow row) => (
        (row.OfferNumber, row.OfferName, row.OfferType, row.Status),
        (row.ReturnDays, row.UpdateWindow, row.TrueLock, row.StartDate, row.EndDate, row.Currency));

    private OfferRule Rule(string goid, string oid, List<(OfferRow Row, string Place)> tiers)
    {
        var first = tiers[0].Row;
        foreach (var (row, place) in tiers.Where(other => !Facts(other.Row).Equals(Facts(first))))
        {
            Gap(goid, $"{place}: the row states other facts of rule {oid} (base, first click, type or basis) than {tiers[0].Place}");
        }

        return new OfferRule
        {
            Oid = oid,
            IsBase = first.BaseCommission,
            IsFirstClick = first.FirstClick,
            CommissionType = RakutenTranslator.Word(first.CommissionType),
            Conditions =
            [
                .. tiers.Where(tier => tier.Row.ConditionField is not null)
                    .Select(tier => new OfferCondition(tier.Row.ConditionField!, tier.Row.ConditionOperator, tier.Row.ConditionList))
                    .Distinct(),
            ],
            Tiers =
            [
                .. tiers.Select(tier => new OfferTier(tier.Row.Commission, tier.Row.Threshold, tier.Row.UpperThreshold))
                    .Distinct()
                    .OrderBy(tier => tier.Threshold ?? 0),
            ],
            ThresholdBasis = first.ThresholdBasis,
            ThresholdPeriod = first.ThresholdPeriod,
        };
    }

    private static object Facts(OfferRow row) => (row.BaseCommission, row.FirstClick, RakutenTranslator.Word(row.CommissionType), row.ThresholdBasis, row.ThresholdPeriod);
}
