using System.Buffers;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// The links behind the link export: first those found on pages, then link ids that only the report names. What the export has
/// already is known by a 128-bit hash: 32 bytes for each link, 32 MB for a million.
/// </summary>
internal sealed class UnlistedLinks(RakutenSource source, PublisherIndex index, EntityKind entity)
{
    private const string Stage = "unlisted";

    /// <summary>Links of the export and those given out here, by what they are and by what the report calls them.</summary>
    private readonly HashSet<UInt128> known = [];

    /// <summary>Pages of links; the cursor's number of pages is left out.</summary>
    public async IAsyncEnumerable<ReadPage<TrackingLink>> ReadAsync(TableCursor? after, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ListAsync(asOf, cancellationToken);
        var number = 0L;
        var open = new Batch();
        await foreach (var (row, outcome, findings) in RowsAsync(asOf, cancellationToken))
        {
            if (open.Rows == RowPager.PageRows)
            {
                number++;
                if (number > (after?.Offset ?? 0))
                {
                    yield return open.Page(new TableCursor { Stage = Stage, AsOf = asOf, Name = "", Offset = number }.ToString(), number);
                }

                open = new Batch();
            }

            open.Add(row, outcome, findings);
        }

        yield return open.Page(null, number + 1);
    }

    private static UInt128 Key(params ReadOnlySpan<string?> parts)
    {
        var hash = new XxHash128();
        foreach (var part in parts)
        {
            hash.Append(MemoryMarshal.AsBytes(part.AsSpan()));
            hash.Append("\u001f\0"u8);
        }

        return hash.GetCurrentHashAsUInt128();
    }

    private static UInt128 UrlKey(LinkAnatomy anatomy) => Key("url", anatomy.Identity);

    private static UInt128 ReportKey(string publisher, string linkId) => Key("report", publisher, linkId);

    private async Task ListAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        foreach (var file in source.Files([ExportKind.Links], asOf, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                var anatomy = row.Damage() is null ? LinkAnatomy.Of(row.Text("Click URL")) : null;
                if (anatomy?.Identity is not null)
                {
                    known.Add(UrlKey(anatomy));
                }

                // What the reader of the export could not read is not known here either: the report then keeps it.
                var owner = row.Damage() is not null ? "" : row.Text("Site ID") is { Length: > 0 } sid ? sid : anatomy?.EncryptedId is { } id ? index.OwnerOf(id) ?? "" : "";
                if (owner.Length > 0 && row.Text("Link ID") is { Length: > 0 } link)
                {
                    known.Add(ReportKey(owner, link));
                }
            }
        }
    }

    private async IAsyncEnumerable<(TableRow Row, RowOutcome<TrackingLink> Outcome, List<Finding> Findings)> RowsAsync(DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in source.Files([ExportKind.Pages], asOf, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                var findings = new List<Finding>();
                yield return (row, Found(row, findings), findings);
            }
        }

        foreach (var file in source.Files([ExportKind.Report], asOf, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                if (Reported(row) is { } link)
                {
                    yield return (row, RowOutcome<TrackingLink>.Of(new Read<TrackingLink>(link, row.RawHash(), [])), []);
                }
            }
        }
    }

    private RowOutcome<TrackingLink> Found(TableRow row, List<Finding> findings)
    {
        if (TableReading.Refuse<TrackingLink>(entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var page = PageRow.From(cells);
        if (TableReading.Refuse<TrackingLink>(entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        var anatomy = LinkAnatomy.Of(page.LinkUrl);
        if (anatomy?.Identity is null || anatomy.Missing.Count > 0 || (anatomy.AdvertiserId is { } mid && mid != source.Options.AdvertiserId))
        {
            findings.Add(Problem("BRG-RKT-055", row, page.LinkUrl, $"The row cannot be used: this is no working Rakuten link of advertiser (MID) {source.Options.AdvertiserId}.", "Leave it out, or correct the link."));
            return RowOutcome<TrackingLink>.Unreadable;
        }

        var owner = page.SiteId ?? (anatomy.EncryptedId is { } encrypted ? index.OwnerOf(encrypted) : null);
        if (owner is null)
        {
            findings.Add(Problem("BRG-RKT-052", row, anatomy.EncryptedId, "The row cannot be read: it has no Site ID, and no single publisher has its encrypted id. Letter case counts.", "Fill in the Site ID of the link."));
            return RowOutcome<TrackingLink>.Unreadable;
        }

        var losses = TableReading.Losses(cells).ToList();
        return known.Add(UrlKey(anatomy))
            ? RowOutcome<TrackingLink>.Of(new Read<TrackingLink>(LinkTranslator.Translate(page, anatomy, new PartnerId(owner), row.Place), row.RawHash(), losses))
            : RowOutcome<TrackingLink>.Duplicate;
    }

    private TrackingLink? Reported(TableRow row)
    {
        if (row.Damage() is not null || row.IsTotal() || ReportTranslator.IsTotal(row))
        {
            return null;
        }

        var (publisher, link) = (row.Text("Publisher ID"), new CellReader(row).Text("Link ID"));
        return publisher.Length > 0 && link is not null && !publisher.AsSpan().ContainsAnyExceptInRange('0', '9') && known.Add(ReportKey(publisher, link))
            ? LinkTranslator.Translate(publisher, link, row.Text("Link Name") is { Length: > 0 } name ? name : null, row.Place)
            : null;
    }

    private Finding Problem(string code, TableRow row, string? value, string rule, string remedy) =>
        TableFindings.Row(code, Severity.Warning, entity, row.Place, value, rule, remedy);

    /// <summary>Rows on their way to a page.</summary>
    private sealed class Batch
    {
        private readonly List<Read<TrackingLink>> records = [];
        private readonly List<Finding> findings = [];
        private readonly ArrayBufferWriter<byte> bytes = new();
        private long totals;
        private long duplicates;
        private long unreadable;

        public int Rows { get; private set; }

        public void Add(TableRow row, RowOutcome<TrackingLink> outcome, List<Finding> problems)
        {
            Rows++;
            bytes.Write(row.Bytes.Span);
            findings.AddRange(problems);
            switch (outcome.Kind)
            {
                case RowOutcomeKind.Record:
                    records.Add(outcome.Record!);
                    break;
                case RowOutcomeKind.Duplicate:
                    duplicates++;
                    break;
                case RowOutcomeKind.Total:
                    totals++;
                    break;
                default:
                    unreadable++;
                    break;
            }
        }

        public ReadPage<TrackingLink> Page(string? cursor, long number) => new()
        {
            Records = records,
            Raw = Rows == 0 ? null : new RawPage($"unlisted-links#{number}", "text/csv", bytes.WrittenMemory),
            Rows = new RowCounts(Rows, records.Count, totals, duplicates, unreadable),
            Findings = findings,
            Cursor = cursor,
        };
    }
}
