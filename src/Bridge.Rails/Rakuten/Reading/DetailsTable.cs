using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Contact details by SID. The sheet covers the few publishers that a brand knows in person; its rows are held while partners
/// are read (about 500 bytes each) and never leave as text.
/// </summary>
internal sealed class DetailsTable
{
    private readonly Dictionary<string, (DetailsRow Row, string Hash, string Place)> rows = new(StringComparer.Ordinal);

    /// <summary>Details of a publisher, or null.</summary>
    public DetailsRow? Find(string sid) => rows.TryGetValue(sid, out var found) ? found.Row : null;

    /// <summary>Reads all contact sheets; accounts and problems go to the list.</summary>
    public static async Task<DetailsTable> ReadAsync(RakutenSource source, DateOnly asOf, List<Finding> findings, CancellationToken cancellationToken)
    {
        var table = new DetailsTable();
        foreach (var file in source.Files([ExportKind.Details], asOf, []))
        {
            var counts = new int[4];
            await foreach (var page in source.Pager.ReadAsync([file], null, cancellationToken))
            {
                findings.AddRange(page.Findings);
                foreach (var row in page.Rows)
                {
                    counts[(int)table.Add(row, findings)]++;
                }
            }

            findings.Add(RakutenFindings.Joined(
                EntityKind.Partner,
                file.Name,
                $"{counts.Sum()} rows read = {counts[0]} contacts + {counts[1]} totals + {counts[2]} duplicates + {counts[3]} unreadable"));
        }

        return table;
    }

    private Fate Add(TableRow row, List<Finding> findings)
    {
        if (TableReading.Refuse<DetailsRow>(EntityKind.Partner, row, null, findings) is { } refused)
        {
            return refused.Kind == RowOutcomeKind.Total ? Fate.Total : Fate.Unreadable;
        }

        var cells = new CellReader(row);
        var details = DetailsRow.From(cells);
        if (TableReading.Refuse<DetailsRow>(EntityKind.Partner, row, cells, findings) is not null)
        {
            return Fate.Unreadable;
        }

        var hash = row.RawHash();
        if (rows.TryAdd(details.SiteId, (details, hash, row.Place)))
        {
            return Fate.Contact;
        }

        var known = rows[details.SiteId];
        if (known.Hash != hash)
        {
            findings.Add(TableFindings.Row(
                "BRG-RKT-034",
                Severity.Warning,
                EntityKind.Partner,
                row.Place,
                null,
                $"The contact sheet has other details for publisher {details.SiteId} than in {known.Place}; the first ones are used.",
                "Keep one row per publisher in the contact sheet.",
                details.SiteId));
        }

        return Fate.Duplicate;
    }

    private enum Fate
    {
        Contact,
        Total,
        Duplicate,
        Unreadable,
    }
}
