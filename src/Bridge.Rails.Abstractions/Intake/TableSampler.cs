using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>
/// Looks at the beginning of a file without knowing what it is: separator, line of the header, what the cells look like. A header may
/// stand below lines of title or filter that a dashboard writes first.
/// </summary>
internal static class TableSampler
{
    private const int HeaderLines = 15;
    private const int SampleRows = 2000;
    private const string ExampleMark = "EXAMPLE:";
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The sample; null when there is no row with two columns and no single column of words.</summary>
    public static async Task<TableSample?> TakeAsync(Stream stream, IReadOnlyList<TableSchema> schemas, CancellationToken cancellationToken)
    {
        if (stream is SheetStream { Readable: false })
        {
            return null;
        }

        var encoding = await TableEncoding.DetectAsync(stream, cancellationToken);
        if (encoding.Encoding is null)
        {
            return null;
        }

        (char Separator, CsvRow Row, int Score)? best = null;
        foreach (var separator in stream is SheetStream ? [','] : Separators)
        {
            using var rows = new CsvRows(stream, encoding.Encoding, separator, encoding.MarkLength, 1);
            for (var count = 0; count < HeaderLines && await rows.NextAsync(cancellationToken) is { } row;)
            {
                if (row.IsBlank)
                {
                    continue;
                }

                count++;
                var score = row.Broken ? 0 : Score(row.Fields, schemas);
                if (best is null || score > best.Value.Score)
                {
                    best = (separator, row, score);
                }
            }
        }

        return best is { } found && found.Row.Fields.Length > 0 ? await ProfileAsync(stream, encoding, found.Separator, found.Row, cancellationToken) : null;
    }

    /// <summary>How much a row looks like a header: known columns first, then the number of different words.</summary>
    private static int Score(string[] fields, IReadOnlyList<TableSchema> schemas)
    {
        var written = fields.Select(field => field.Trim()).Where(field => field.Length > 0).ToList();
        var words = written.Count(field => !CellLooks.IsDate(field) && !CellLooks.IsEmail(field) && !field.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !char.IsAsciiDigit(field[0]));
        var names = written.Select(TableHeader.Normalize).ToHashSet(StringComparer.Ordinal);
        var known = schemas.Count == 0 ? 0 : schemas.Max(schema => schema.Columns.Count(column =>
            names.Contains(TableHeader.Normalize(column.Name)) || column.Aliases.Any(alias => names.Contains(TableHeader.Normalize(alias)))));
        return (known * 1000) + (words == written.Count && names.Count == written.Count ? words * 10 : words);
    }

    private static async Task<TableSample> ProfileAsync(Stream stream, TableEncoding encoding, char separator, CsvRow header, CancellationToken cancellationToken)
    {
        var columns = header.Fields.Select(_ => new ColumnProfile()).ToList();
        var (count, example) = (0, false);
        using var rows = new CsvRows(stream, encoding.Encoding!, separator, header.NextOffset, header.NextLine);
        while (count < SampleRows && await rows.NextAsync(cancellationToken) is { } row)
        {
            if (row.IsBlank || row.Broken)
            {
                continue;
            }

            if (row.Fields.FirstOrDefault(field => !string.IsNullOrWhiteSpace(field))!.TrimStart().StartsWith(ExampleMark, StringComparison.Ordinal))
            {
                example = true;
                continue;
            }

            count++;
            for (var index = 0; index < Math.Min(columns.Count, row.Fields.Length); index++)
            {
                columns[index].Add(row.Fields[index]);
            }
        }

        return new TableSample
        {
            HeaderLine = header.Line,
            Headers = [.. header.Fields.Select(field => field.Trim().Trim('\uFEFF', NativeCell.Mark))],
            Columns = columns,
            Rows = count,
            HasExample = example,
        };
    }
}
