using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Writes rows into a workbook that somebody made: below the header of its first visible sheet, in place of what stands there.
/// Everything else of the workbook stays. Cells are texts.
/// </summary>
public static class SpreadsheetFiller
{
    /// <summary>Fills a workbook. Both are held in memory: templates are small, and a file for upload has some hundred rows.</summary>
    /// <param name="template">The workbook, from its start.</param>
    /// <param name="output">Takes the filled one; stays open.</param>
    /// <param name="rows">Cells by column, the first one being A; null or empty for a blank cell.</param>
    /// <exception cref="InvalidDataException">The workbook has no visible sheet or no header.</exception>
    public static void Fill(Stream template, Stream output, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        using var copy = new MemoryStream();
        template.CopyTo(copy);
        copy.Position = 0;
        using (var document = SpreadsheetDocument.Open(copy, isEditable: true))
        {
            var book = document.WorkbookPart ?? throw new InvalidDataException("The template has no workbook.");
            var sheet = book.Workbook?.Descendants<Sheet>().FirstOrDefault(one => one.State is null || one.State == SheetStateValues.Visible)
                ?? throw new InvalidDataException("The template has no visible sheet.");
            var part = (WorksheetPart)book.GetPartById(sheet.Id?.Value ?? "");
            var cells = part.Worksheet?.GetFirstChild<SheetData>() ?? throw new InvalidDataException("The sheet of the template has no rows.");
            var header = cells.Elements<Row>().FirstOrDefault(row => row.Elements<Cell>().Any(cell => cell.InnerText.Length > 0))
                ?? throw new InvalidDataException("The sheet of the template has no header.");
            foreach (var old in header.ElementsAfter().ToList())
            {
                old.Remove();
            }

            var line = header.RowIndex?.Value ?? 1;
            foreach (var row in rows)
            {
                line++;
                cells.Append(Line(row, line));
            }

            part.Worksheet!.GetFirstChild<SheetDimension>()?.Remove();
            part.Worksheet.Save();
        }

        copy.Position = 0;
        copy.CopyTo(output);
    }

    private static Row Line(IReadOnlyList<string?> values, uint line)
    {
        var row = new Row { RowIndex = line };
        for (var column = 0; column < values.Count; column++)
        {
            if (values[column] is { Length: > 0 } value)
            {
                row.Append(new Cell
                {
                    CellReference = string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{line}"),
                    DataType = CellValues.InlineString,
                    InlineString = new InlineString(new Text(value) { Space = SpaceProcessingModeValues.Preserve }),
                });
            }
        }

        return row;
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
