using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Finds out how a file is written: encoding over all bytes, separator and columns from its header, dates and numbers over a
/// sample that goes on until they are settled. What stays open is decided by the settings or stops the file.
/// </summary>
internal static class DialectDetector
{
    private const int Sample = 2000;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The dialect, or null when a finding says why the file cannot be read.</summary>
    public static async Task<TableDialect?> DetectAsync(TableFile file, Stream stream, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        if (stream is SheetStream sheet)
        {
            foreach (var finding in sheet.Findings)
            {
                findings.Add(finding);
            }

            if (!sheet.Readable)
            {
                return null;
            }
        }

        var encoding = await TableEncoding.DetectAsync(stream, cancellationToken);
        if (encoding.Encoding is null)
        {
            findings.Add(TableFindings.EncodingUnknown(file));
            return null;
        }

        if (encoding.FirstForeignLine is { } line)
        {
            findings.Add(TableFindings.ReadAsWestern(file, line));
        }

        if (await HeaderAsync(file, stream, encoding, cancellationToken) is not { } header)
        {
            findings.Add(TableFindings.NoHeader(file));
            return null;
        }

        if (header.Columns.Missing.Count > 0)
        {
            findings.Add(TableFindings.ColumnMissing(file, header.Columns, header.Row.Line));
            return null;
        }

        var dialect = new TableDialect
        {
            Encoding = encoding,
            Separator = header.Separator,
            Header = header.Columns,
            DataOffset = file.Schema.HasHeader ? header.Row.NextOffset : header.Row.Offset,
            DataLine = file.Schema.HasHeader ? header.Row.NextLine : header.Row.Line,
        };
        return await FormsAsync(file, stream, dialect, findings, cancellationToken);
    }

    private static async Task<(char Separator, TableHeader Columns, CsvRow Row)?> HeaderAsync(
        TableFile file, Stream stream, TableEncoding encoding, CancellationToken cancellationToken)
    {
        (char Separator, TableHeader Columns, CsvRow Row)? best = null;
        foreach (var separator in Separators)
        {
            using var rows = new CsvRows(stream, encoding.Encoding!, separator, encoding.MarkLength, 1);
            var row = await rows.NextAsync(cancellationToken);
            while (row is not null && (row.IsBlank || row.Line < file.Forms.HeaderLine))
            {
                row = await rows.NextAsync(cancellationToken);
            }

            if (row is null)
            {
                return null;
            }

            var columns = TableHeader.Of(file.Schema, row.Fields);
            if (best is null || columns.Known > best.Value.Columns.Known
                || (columns.Known == best.Value.Columns.Known && columns.Found.Count > best.Value.Columns.Found.Count))
            {
                best = (separator, columns, row);
            }
        }

        return best;
    }

    private static async Task<TableDialect?> FormsAsync(
        TableFile file, Stream stream, TableDialect dialect, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        var dates = new DialectEvidence<DateOrder>();
        var numbers = new DialectEvidence<NumberStyle>();
        var columns = file.Schema.Columns
            .Where(column => column.Kind is CellKind.Date or CellKind.Number && dialect.Header.PlaceOf(column.Name) >= 0)
            .Select(column => (column.Name, column.Kind, Place: dialect.Header.PlaceOf(column.Name)))
            .ToList();
        var hasDates = columns.Any(column => column.Kind == CellKind.Date);
        var hasNumbers = columns.Any(column => column.Kind == CellKind.Number);
        using var rows = new CsvRows(stream, dialect.Encoding.Encoding!, dialect.Separator, dialect.DataOffset, dialect.DataLine);
        for (var count = 0; columns.Count > 0 && await rows.NextAsync(cancellationToken) is { } row; count++)
        {
            if (!row.Broken && row.Fields.Length >= dialect.Header.Found.Count && !new TableRow(file, dialect, row).IsExample())
            {
                foreach (var (name, kind, place) in columns)
                {
                    Look(row.Fields[place], kind, row.Line, name, dates, numbers);
                }
            }

            var datesSettled = !hasDates || dates.Proved || (dates.SeenClear && dates.Unclear is null);
            if (count >= Sample && datesSettled && (!hasNumbers || numbers.Proved))
            {
                break;
            }
        }

        return Decide(file, dialect, dates, numbers, findings);
    }

    private static void Look(
        string text, CellKind kind, int line, string column, DialectEvidence<DateOrder> dates, DialectEvidence<NumberStyle> numbers)
    {
        text = text.Trim();
        if (text.Length == 0 || text[0] == NativeCell.Mark)
        {
            return;
        }

        if (kind == CellKind.Date)
        {
            dates.Add(DateText.Evidence(text, out var unclear), unclear, line, column, text);
        }
        else
        {
            numbers.Add(NumberText.Evidence(text, out var unclear), unclear, line, column, text);
        }
    }

    private static TableDialect? Decide(
        TableFile file, TableDialect dialect, DialectEvidence<DateOrder> dates, DialectEvidence<NumberStyle> numbers, ICollection<Finding> findings)
    {
        var order = dates.Form ?? file.Forms.Dates;
        var style = numbers.Form ?? file.Forms.Numbers;
        if (order is null && (dates.Contradiction?.First ?? dates.Unclear) is { } date)
        {
            findings.Add(TableFindings.DatesUnclear(file, date, dates.Contradiction?.Second));
        }

        if (style is null && (numbers.Contradiction?.First ?? numbers.Unclear) is { } number)
        {
            findings.Add(TableFindings.NumbersUnclear(file, number, numbers.Contradiction?.Second));
        }

        return findings.Any(finding => finding.Severity == Severity.Blocking)
            ? null
            : dialect with { Dates = order, Numbers = style ?? NumberStyle.Point };
    }
}
