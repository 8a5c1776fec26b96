using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Conversions: report rows with an order id, corrections included. Rows of traffic without an order sum up clicks and are
/// counted with the totals.
/// </summary>
internal sealed class RakutenConversionReader(RakutenSource source, TableReading reading) : IConversionReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Conversion;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<Conversion>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => reading.ReadAsync(
        (asOf, head) => source.Files([ExportKind.Report], asOf, head),
        scope,
        (_, _) => Task.FromResult<RowTranslator<Conversion>>((row, findings) => Read(row, scope, findings)),
        tail: null,
        cancellationToken);

    private RowOutcome<Conversion> Read(TableRow row, ReadScope scope, List<Finding> findings)
    {
        if (ReportTranslator.IsTotal(row))
        {
            return RowOutcome<Conversion>.Total;
        }

        if (TableReading.Refuse<Conversion>(Entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var report = ReportRow.From(cells);
        if (TableReading.Refuse<Conversion>(Entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        if (report.OrderId is null)
        {
            return RowOutcome<Conversion>.Total;
        }

        if (report.TransactionDate is null)
        {
            findings.Add(TableFindings.Row("BRG-TAB-021", Severity.Warning, Entity, row.Place, null, "The row cannot be read: column 'Transaction Date' must not be blank for an order.", "Correct column 'Transaction Date' in this row of the export."));
            return RowOutcome<Conversion>.Unreadable;
        }

        if (report.TransactionDate < scope.From || report.TransactionDate > scope.Until)
        {
            return RowOutcome<Conversion>.NotCovered;
        }

        var losses = TableReading.Losses(cells).ToList();
        return RowOutcome<Conversion>.Of(new Read<Conversion>(
            ReportTranslator.Translate(report, source.Options.Currency, losses), row.RawHash(), losses));
    }
}
