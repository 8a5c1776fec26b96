using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Fills the join table from the overview exports, the report and, for publishers without activity, the links. Rows that
/// cannot be read are left out here without a finding of their own: the reader of their own entity reports each of them.
/// </summary>
internal sealed class PublisherIndexBuilder(RakutenSource source)
{
    private readonly PublisherIndex index = new();

    /// <summary>The table.</summary>
    public async Task<PublisherIndex> BuildAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        foreach (var (kind, listing) in new[]
        {
            (ExportKind.Approved, PublisherListing.Approved),
            (ExportKind.Applied, PublisherListing.Applied),
            (ExportKind.Removed, PublisherListing.Removed),
        })
        {
            foreach (var file in source.Files([kind], asOf, []))
            {
                await OverviewAsync(file, listing, cancellationToken);
            }
        }

        foreach (var file in source.Files([ExportKind.Report], asOf, []))
        {
            await ReportAsync(file, cancellationToken);
        }

        foreach (var file in source.Files([ExportKind.Links], asOf, []))
        {
            await LinksAsync(file, cancellationToken);
        }

        return index;
    }

    private static string? Sid(TableRow row, string column)
    {
        var sid = row.Damage() is null ? row.Text(column) : "";
        return sid.Length > 0 && !sid.AsSpan().ContainsAnyExceptInRange('0', '9') ? sid : null;
    }

    private async Task OverviewAsync(TableFile file, PublisherListing listing, CancellationToken cancellationToken)
    {
        var place = Place(file);
        await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
        {
            if (Sid(row, "Site ID") is not { } sid)
            {
                continue;
            }

            index.List(sid, listing, place, row.Line);
            index.Groups.Add(null, row.Text("Publisher Group") is { Length: > 0 } name ? name : null);
        }
    }

    private async Task ReportAsync(TableFile file, CancellationToken cancellationToken)
    {
        var place = Place(file);
        var (rows, used, totals) = (0, 0, 0);
        await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
        {
            rows++;
            if (Sid(row, "Publisher ID") is not { } sid)
            {
                totals += row.IsTotal() || ReportTranslator.IsTotal(row) ? 1 : 0;
                continue;
            }

            used++;
            Report(row, sid, place);
        }

        index.Findings.Add(RakutenFindings.Joined(
            EntityKind.Partner, file.Name, $"{rows} rows read = {used} with encrypted ids and groups + {totals} totals + {rows - used - totals} unreadable, which the conversions report"));
    }

    private void Report(TableRow row, string sid, short place)
    {
        var group = index.Groups.Add(Or(row.Text("Publisher Group ID")), Or(row.Text("Publisher Group Name")));
        var encrypted = row.Text("Publisher Encrypted ID");
        if (index.Report(sid, new ReportPlace(place, row.Line, row.Offset), group, Or(encrypted)) is { } first)
        {
            index.Findings.Add(TableFindings.Row(
                "BRG-RKT-035",
                Severity.Warning,
                EntityKind.Partner,
                row.Place,
                encrypted,
                $"The report gives publisher {sid} a second encrypted id; the first one, {first}, is used. Letter case counts.",
                "Compare with a live link of the publisher and correct the report.",
                sid));
        }
    }

    private async Task LinksAsync(TableFile file, CancellationToken cancellationToken)
    {
        await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
        {
            if (Sid(row, "Site ID") is { } sid && row.Text("Encrypted ID") is { Length: > 0 } encrypted)
            {
                index.Complete(sid, encrypted);
            }
        }
    }

    private short Place(TableFile file)
    {
        index.Files.Add(file.Name);
        return checked((short)(index.Files.Count - 1));
    }

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
