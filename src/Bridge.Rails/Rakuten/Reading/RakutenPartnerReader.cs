using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Publishers: the approved, applied and removed exports, joined with report and contact sheet; behind them, the publishers that
/// only the report names.
/// </summary>
internal sealed class RakutenPartnerReader(RakutenSource source, TableReading reading, PartnerTranslator translator) : IPartnerReader
{
    private const string ReportStage = "report";
    private static readonly ExportKind[] Kinds = [ExportKind.Approved, ExportKind.Applied, ExportKind.Removed];

    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Partner;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReadPage<Partner>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PublisherIndex? index = null;
        DetailsTable? details = null;
        var pages = reading.ReadAsync(
            (asOf, head) => source.Files(Kinds, asOf, head),
            scope,
            async (asOf, head) =>
            {
                index = await source.PublishersAsync(asOf, cancellationToken);
                source.Files([ExportKind.Report], asOf, head);
                head.AddRange(index.Findings);
                details = await DetailsTable.ReadAsync(source, asOf, head, cancellationToken);
                return (row, findings) => Read(row, index, details, findings);
            },
            (after, asOf) => ReportOnlyAsync(index!, details!, after, asOf, cancellationToken),
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page;
        }
    }

    private RowOutcome<Partner> Read(TableRow row, PublisherIndex index, DetailsTable details, List<Finding> findings)
    {
        if (TableReading.Refuse<Partner>(Entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var publisher = PublisherRow.From(cells);
        if (TableReading.Refuse<Partner>(Entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        CompareStates(row, publisher, index, findings);
        return Record(publisher with { Status = publisher.Status ?? Tab(ExportSchemas.KindOf(row.File.Schema)) }, row.RawHash(), index, details, TableReading.Losses(cells));
    }

    private RowOutcome<Partner> Record(PublisherRow publisher, string rawHash, PublisherIndex index, DetailsTable details, IEnumerable<Loss> losses)
    {
        var entry = index.Find(publisher.SiteId);
        var groups = new List<PartnerGroupId>(2);
        if (publisher.PublisherGroup is { } name)
        {
            groups.Add(index.Groups.IdOf(name) ?? new PartnerGroupId(name));
        }

        if (entry is { Group: >= 0 } joined)
        {
            groups.Add(index.Groups.IdAt(joined.Group));
        }

        var lost = losses.ToList();
        var partner = translator.Translate(publisher, index.EncryptedIdOf(publisher.SiteId), groups, details.Find(publisher.SiteId), lost);
        return RowOutcome<Partner>.Of(new Read<Partner>(partner, rawHash, lost));
    }

    /// <summary>Which state holds is nobody's guess: the publisher does not move until the exports agree.</summary>
    private static void CompareStates(TableRow row, PublisherRow publisher, PublisherIndex index, List<Finding> findings)
    {
        var entry = index.Find(publisher.SiteId);
        if (entry is { IsContradictory: true } known && (known.FirstLine != row.Line || index.Files[known.FirstFile] != row.File.Name))
        {
            findings.Add(TableFindings.Row(
                "BRG-RKT-030",
                Severity.Excluding,
                EntityKind.Partner,
                row.Place,
                publisher.SiteId,
                $"Publisher {publisher.SiteId} is listed in this export and in another state in {index.Files[known.FirstFile]}:{known.FirstLine}.",
                "Look up the state in the dashboard and delete the row that is out of date.",
                publisher.SiteId));
        }

        var said = publisher.Status is null ? PartnerStatus.Unknown : RakutenTranslator.PartnerStatus(publisher.Status);
        if (said != PartnerStatus.Unknown && !Fits(ExportSchemas.KindOf(row.File.Schema), said))
        {
            findings.Add(TableFindings.Row(
                "BRG-RKT-033",
                Severity.Warning,
                EntityKind.Partner,
                row.Place,
                publisher.Status,
                $"The row states another state than the export it stands in ({row.File.Schema.Title}); the row counts.",
                "Export the publishers again, so that every row stands in the export of its state.",
                publisher.SiteId));
        }
    }

    private static bool Fits(ExportKind kind, PartnerStatus status) => kind switch
    {
        ExportKind.Approved => status is PartnerStatus.Active,
        ExportKind.Applied => status is PartnerStatus.Pending or PartnerStatus.Extended,
        _ => status is not (PartnerStatus.Active or PartnerStatus.Pending or PartnerStatus.Extended),
    };

    private static string Tab(ExportKind kind) => kind switch
    {
        ExportKind.Approved => "approved",
        ExportKind.Applied => "applied",
        _ => "removed",
    };

    private async IAsyncEnumerable<ReadPage<Partner>> ReportOnlyAsync(
        PublisherIndex index, DetailsTable details, TableCursor? after, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = source.Files([ExportKind.Report], asOf, []).ToDictionary(file => file.Name, StringComparer.Ordinal);
        var waiting = index.ReportOnly().Where(sid => after is null || string.CompareOrdinal(sid, after.Name) > 0);
        var pages = waiting.Chunk(RowPager.PageRows).ToList();
        if (pages.Count == 0)
        {
            yield return new ReadPage<Partner> { Records = [], Rows = default };
        }

        for (var number = 0; number < pages.Count; number++)
        {
            var cursor = number == pages.Count - 1 ? null : new TableCursor { Stage = ReportStage, AsOf = asOf, Name = pages[number][^1] };
            yield return await ReportPageAsync(index, details, files, pages[number], cursor, cancellationToken);
        }
    }

    private async Task<ReadPage<Partner>> ReportPageAsync(
        PublisherIndex index, DetailsTable details, Dictionary<string, TableFile> files, string[] sids, TableCursor? next, CancellationToken cancellationToken)
    {
        var records = new List<Read<Partner>>(sids.Length);
        var findings = new List<Finding>(sids.Length);
        using var bytes = new MemoryStream();
        foreach (var group in sids.GroupBy(sid => index.Files[index.ReportPlaceOf(sid).File], StringComparer.Ordinal))
        {
            await using var stream = await files[group.Key].OpenAsync(cancellationToken);
            foreach (var sid in group)
            {
                var place = index.ReportPlaceOf(sid);
                var row = await source.Pager.RowAtAsync(files[group.Key], stream, place.Offset, place.Line, cancellationToken);
                bytes.Write(row.Bytes.Span);
                findings.Add(TableFindings.Row(
                    "BRG-RKT-031",
                    Severity.Warning,
                    Entity,
                    row.Place,
                    sid,
                    $"Publisher {sid} stands in the report but in no Publisher Overview export: its state, e-mail and join date are unknown.",
                    "Export Approved, Applied and Removed again on the same day as the report.",
                    sid));
                var publisher = new PublisherRow
                {
                    SiteId = sid,
                    PublisherName = row.Text("Publisher Name") is { Length: > 0 } name ? name : $"Publisher {sid}",
                    Url = row.Text("Publisher URL") is { Length: > 0 } url ? url : null,
                };
                records.Add(Record(publisher, row.RawHash(), index, details, []).Record!);
            }
        }

        return new ReadPage<Partner>
        {
            Records = records,
            Raw = new RawPage($"report-publishers#{sids[0]}-{sids[^1]}", "text/csv", bytes.ToArray()),
            Rows = new RowCounts(records.Count, records.Count, 0, 0, 0),
            Findings = findings,
            Cursor = next?.ToString(),
        };
    }
}
