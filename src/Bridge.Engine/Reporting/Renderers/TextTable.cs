using Bridge.Engine.Reporting.Documents;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A table in plain lines: columns as wide as they need, the widest narrowed until the table fits, cells wrapped.</summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const int Narrowest = 8;
    private const int Tight = 12;
    private const int Comfortable = 16;

    public static IEnumerable<ReportLine> Lines(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var widths = Widths(columns, rows, width);
        foreach (var line in Row(columns, [.. columns.Select(column => column.Name)], widths))
        {
            yield return new ReportLine(LineStyle.TableHead, line);
        }

        yield return new ReportLine(LineStyle.Muted, string.Join(Gap, widths.Select(columnWidth => new string('-', columnWidth))));
        foreach (var row in rows)
        {
            foreach (var line in Row(columns, row, widths))
            {
                yield return new ReportLine(LineStyle.Text, line);
            }
        }
    }

    private static int[] Widths(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var widths = columns
            .Select((column, index) => Math.Max(VisibleText.Width(column.Name), rows.Count == 0 ? 0 : rows.Max(row => VisibleText.Width(VisibleText.Of(row[index])))))
            .ToArray();
        var room = width - (Gap.Length * (columns.Count - 1));

        // Texts give way first, down to what can still be read with ease; then codes, which break in the middle of a word.
        Narrow(widths, room, index => columns[index].Kind == ColumnKind.Text ? Comfortable : widths[index]);
        Narrow(widths, room, index => columns[index].Kind == ColumnKind.Text ? Tight : widths[index]);
        Narrow(widths, room, _ => Narrowest);
        return widths;
    }

    private static void Narrow(int[] widths, int room, Func<int, int> least)
    {
        var limits = widths.Select((_, index) => least(index)).ToArray();
        while (widths.Sum() > room)
        {
            var widest = -1;
            for (var index = 0; index < widths.Length; index++)
            {
                widest = widths[index] > limits[index] && (widest < 0 || widths[index] > widths[widest]) ? index : widest;
            }

            if (widest < 0)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static IEnumerable<string> Row(IReadOnlyList<Column> columns, IReadOnlyList<string> cells, int[] widths)
    {
        var wrapped = cells.Select((cell, index) => TextWrap.Of(VisibleText.Of(cell), widths[index])).ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var texts = wrapped.Select((cell, index) => TextWrap.Pad(line < cell.Count ? cell[line] : "", widths[index], columns[index].Kind == ColumnKind.Number));
            yield return string.Join(Gap, texts).TrimEnd();
        }
    }
}
