using System.Globalization;
using System.Runtime.CompilerServices;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Terms;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Contracts: one per assignment, with the terms of its offer. A publisher without assignment has no contract and a finding:
/// the baseline is never assumed.
/// </summary>
internal sealed class RakutenContractReader(RakutenSource source, TableReading reading) : IContractReader
{
    private const string UnassignedStage = "unassigned";
    private const int MostNamed = 20;

    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Contract;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReadPage<Contract>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = reading.ReadAsync(
            (asOf, head) => source.Files([ExportKind.Assignments], asOf, head),
            scope,
            async (asOf, head) =>
            {
                var book = await OfferBook.ReadAsync(source, asOf, head, cancellationToken);
                return (row, findings) => Read(row, book, asOf, findings);
            },
            (after, asOf) => UnassignedAsync(after, asOf, cancellationToken),
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page;
        }
    }

    private RowOutcome<Contract> Read(TableRow row, OfferBook book, DateOnly asOf, List<Finding> findings)
    {
        if (TableReading.Refuse<Contract>(Entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var assignment = AssignmentRow.From(cells);
        if (TableReading.Refuse<Contract>(Entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        var key = $"{assignment.SiteId}:{assignment.OfferId}";
        var terms = book.Find(assignment.OfferId);
        if (terms is null)
        {
            findings.Add(Exclude("BRG-RKT-040", row, key, assignment.OfferId, $"Offer {assignment.OfferId} is not in the offer sheet{(source.Apis.Offers is null ? "" : " and the API does not show it")}: nobody knows what this contract pays."));
        }
        else if (terms.Obstacle is { } obstacle)
        {
            findings.Add(Exclude(obstacle.Code, row, key, assignment.OfferId, $"The terms of offer {terms.Offer.Number} ({terms.Offer.Place}) are incomplete: {obstacle.Reason}."));
        }

        return RowOutcome<Contract>.Of(new Read<Contract>(
            Contract(assignment, key, terms, asOf), row.RawHash(), [.. terms?.Losses ?? [], .. TableReading.Losses(cells)]));
    }

    private Contract Contract(AssignmentRow assignment, string key, OfferTerms? terms, DateOnly asOf)
    {
        var contract = terms?.Contract ?? new Contract
        {
            Id = new ContractId(key),
            Partner = new PartnerId(assignment.SiteId),
            Name = $"Offer {assignment.OfferId}",
            TemplateId = assignment.OfferId,
            Status = ContractStatus.Unknown,
        };
        var ends = Earlier(assignment.EndDate, contract.EndsAt);
        var starts = assignment.StartDate ?? contract.StartsAt;
        var midnight = source.Options.Forms.StartOf(asOf);
        return contract with
        {
            Id = new ContractId(key),
            Partner = new PartnerId(assignment.SiteId),
            StartsAt = starts,
            EndsAt = ends,
            Status = contract.Status switch
            {
                ContractStatus.Unknown => ContractStatus.Unknown,
                _ when ends < midnight => ContractStatus.Expired,
                ContractStatus.Active when starts >= midnight.AddDays(1) => ContractStatus.Upcoming,
                var status => status,
            },
        };
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private Finding Exclude(string code, TableRow row, string key, string value, string rule) => TableFindings.Row(
        code, Severity.Excluding, Entity, row.Place, value, rule, "Complete the offer sheet or the commissioning lists, then extract again.", key);

    /// <summary>Approved publishers that no assignment names; the join table is marked with those that one does.</summary>
    private async IAsyncEnumerable<ReadPage<Contract>> UnassignedAsync(
        TableCursor? after, DateOnly asOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = source.Files([ExportKind.Assignments], asOf, []);
        var index = source.Folder.Renounced(ExportKind.Assignments) || !source.Folder.Exists ? null : await source.PublishersAsync(asOf, cancellationToken);
        foreach (var file in files)
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                index!.Assign(row.Text("Site ID"));
            }
        }

        var waiting = index?.Unassigned().Where(sid => after is null || string.CompareOrdinal(sid, after.Name) > 0) ?? [];
        var pages = waiting.Chunk(RowPager.PageRows).ToList();
        var nobody = after is null or { Stage: TableCursor.Rows } && pages.Count > 0 && !index!.AnyAssigned;
        if (pages.Count == 0)
        {
            yield return new ReadPage<Contract> { Records = [], Rows = default };
        }

        for (var number = 0; number < pages.Count; number++)
        {
            yield return new ReadPage<Contract>
            {
                Records = [],
                Rows = default,
                Findings = [.. nobody && number == 0 ? [Nobody(pages)] : Array.Empty<Finding>(), .. pages[number].Select(Unassigned)],
                Cursor = number == pages.Count - 1
                    ? null
                    : new TableCursor { Stage = UnassignedStage, AsOf = asOf, Name = pages[number][^1] }.ToString(),
            };
        }
    }

    /// <summary>No publisher has an offer: the sheet is missing or empty, and nothing that was read can be moved.</summary>
    private static Finding Nobody(List<string[]> pages)
    {
        var count = pages.Sum(page => page.Length);
        return new Finding
        {
            Code = "BRG-RKT-036",
            Severity = Severity.Blocking,
            Entity = EntityKind.Contract,
            Place = ExportSchemas.Of(ExportKind.Assignments).Title,
            Value = string.Join(", ", pages[0].Take(MostNamed)) + (count > MostNamed ? ", ..." : ""),
            Message = string.Create(CultureInfo.InvariantCulture, $"No publisher is assigned to an offer; {count} approved publishers are without one. The baseline is not assumed."),
            Remedy = "Ask the Rakuten account manager for the list of publishers and offers, put it into the export folder and extract again; 'bridge show snapshot source' names every publisher.",
        };
    }

    private static Finding Unassigned(string sid) => TableFindings.Row(
        "BRG-RKT-032",
        Severity.Warning,
        EntityKind.Partner,
        ExportSchemas.Of(ExportKind.Assignments).Title,
        sid,
        $"Approved publisher {sid} holds no offer in the assignments, so it has no contract; the baseline is not assumed.",
        "Ask the Rakuten account manager for the missing assignment, or add a row to the assignment file.",
        sid);
}
