using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One pass over one sheet: chooses it, reads its cells as text, counts what people should know.</summary>
internal sealed partial class SheetConversion(SpreadsheetDocument document, string name, string? wanted, SheetStrings strings)
{
    private const int LongestCell = 32_767;
    private const int MostColumns = 16_384;

    private SheetFormats formats = new();
    private bool from1904;
    private (int First, int Count) hidden;
    private (string First, int Count) merged = ("", 0);
    private (int First, int Count) empty;

    /// <summary>Writes the sheet to the stream and its findings to the list; a sheet that is not there makes it unreadable.</summary>
    public void Run(SheetStream stream, CancellationToken cancellationToken)
    {
        var workbook = document.WorkbookPart ?? throw new InvalidDataException("the workbook has no content");
        if (Choose(workbook, stream) is not { } part)
        {
            stream.Readable = false;
            return;
        }

        from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value ?? false;
        formats = SheetFormats.Read(workbook);
        ReadStrings(workbook, cancellationToken);
        using (var text = new SheetText(stream))
        {
            ReadRows(part, text, cancellationToken);
        }

        Note(stream);
    }

    private WorksheetPart? Choose(WorkbookPart workbook, SheetStream stream)
    {
        var sheets = workbook.Workbook.Sheets?.Elements<Sheet>().ToList() ?? [];
        var visible = sheets.Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible).ToList();
        var chosen = wanted is null
            ? visible.FirstOrDefault()
            : sheets.Find(sheet => string.Equals(sheet.Name?.Value?.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase));
        if (chosen?.Id?.Value is not { } id)
        {
            stream.Findings.Add(TableFindings.SheetMissing(name, wanted ?? "", [.. sheets.Select(sheet => sheet.Name?.Value ?? "")]));
            return null;
        }

        if (wanted is null && visible.Count > 1)
        {
            stream.Findings.Add(TableFindings.SheetChosen(name, chosen.Name?.Value ?? "", visible.Count));
        }

        return workbook.GetPartById(id) as WorksheetPart ?? throw new InvalidDataException("the sheet is a chart");
    }

    private void ReadStrings(WorkbookPart workbook, CancellationToken cancellationToken)
    {
        if (workbook.SharedStringTablePart is not { } part)
        {
            return;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem))
            {
                strings.Add(Plain(reader.LoadCurrentElement()!));
            }
        }
    }

    private void ReadRows(WorksheetPart part, SheetText text, CancellationToken cancellationToken)
    {
        using var reader = OpenXmlReader.Create(part);
        var (number, cells) = (0, new List<string>());
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                cancellationToken.ThrowIfCancellationRequested();
                number = RowNumber(reader, number);
                cells.Clear();
            }

            if (reader.ElementType == typeof(Row) && reader.IsEndElement)
            {
                Take(number, cells, text);
            }
            else if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                Take((Cell)reader.LoadCurrentElement()!, number, cells);
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } range })
            {
                merged = (merged.Count == 0 ? range : merged.First, merged.Count + 1);
            }
        }
    }

    private int RowNumber(OpenXmlReader reader, int last)
    {
        var number = last + 1;
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == "r" && int.TryParse(attribute.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var written))
            {
                number = written > last ? written : throw new InvalidDataException("rows are not in order");
            }
        }

        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == "hidden" && attribute.Value is "1" or "true")
            {
                hidden = (hidden.Count == 0 ? number : hidden.First, hidden.Count + 1);
            }
        }

        return number;
    }

    /// <summary>Writes a row that has something in it; a sheet may define thousands of blank ones behind its last row.</summary>
    private static void Take(int number, List<string> cells, SheetText text)
    {
        if (cells.Exists(cell => cell.Length > 0))
        {
            text.Write(number, cells);
        }
    }

    private void Take(Cell cell, int row, List<string> cells)
    {
        var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
        if (column < cells.Count || column >= MostColumns)
        {
            throw new InvalidDataException("cells are not in order");
        }

        while (cells.Count < column)
        {
            cells.Add("");
        }

        var text = Text(cell, row);
        cells.Add(text.Length <= LongestCell ? text : throw new InvalidDataException("a cell is longer than a workbook allows"));
    }

    private string Text(Cell cell, int row)
    {
        var value = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (cell.CellFormula is not null && value.Length == 0 && type is null or CellValues.Number)
        {
            empty = (empty.Count == 0 ? row : empty.First, empty.Count + 1);
            return SpreadsheetErrors.NotComputed;
        }

        return type switch
        {
            CellValues.SharedString => value.Length == 0 ? "" : strings.At(int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)),
            CellValues.InlineString => cell.InlineString is { } inline ? Plain(inline) : "",
            CellValues.String => Unescape(value),
            CellValues.Boolean => value is "1" or "true" ? "TRUE" : "FALSE",
            CellValues.Error or CellValues.Date => value,
            _ => Number(value, formats.At(cell.StyleIndex?.Value)),
        };
    }

    private string Number(string value, SheetFormat format)
    {
        if (!SheetNumbers.TryRead(value, out var number))
        {
            return value;
        }

        return format switch
        {
            SheetFormat.Date when SheetNumbers.Date(number, from1904) is { } date => date,
            SheetFormat.Percent => $"{NativeCell.Mark}{SheetNumbers.Write(number * 100)}%",
            _ => $"{NativeCell.Mark}{SheetNumbers.Write(number)}",
        };
    }

    /// <summary>Text of a shared or inline string with all its runs; readings of Asian characters are left out.</summary>
    private static string Plain(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (var part in item.ChildElements)
        {
            text.Append(part switch
            {
                Text plain => plain.Text,
                Run run => run.Text?.Text,
                _ => null,
            });
        }

        return Unescape(text.ToString());
    }

    /// <summary>Characters that XML cannot hold are written <c>_x000D_</c>.</summary>
    private static string Unescape(string text)
    {
        var plain = text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, match => ((char)System.Convert.ToInt32(match.Groups[1].Value, 16)).ToString())
            : text;
        return plain.TrimStart(NativeCell.Mark);
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column > 0 ? column - 1 : throw new InvalidDataException("a cell has no place");
    }

    private void Note(SheetStream stream)
    {
        if (hidden.Count > 0)
        {
            stream.Findings.Add(TableFindings.HiddenRows(name, hidden.First, hidden.Count));
        }

        if (merged.Count > 0)
        {
            stream.Findings.Add(TableFindings.MergedCells(name, merged.First, merged.Count));
        }

        if (empty.Count > 0)
        {
            stream.Findings.Add(TableFindings.NotComputed(name, empty.First, empty.Count));
        }
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
