using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Which cell formats of a workbook show a number as a date or as percent.</summary>
internal sealed class SheetFormats
{
    private readonly List<SheetFormat> formats = [];

    /// <summary>The format of a cell; plain for numbers that the workbook does not define.</summary>
    public SheetFormat At(uint? index) => index is { } place && place < formats.Count ? formats[(int)place] : SheetFormat.Plain;

    /// <summary>Reads the styles of a workbook; at most some ten thousand by the rules of the format.</summary>
    public static SheetFormats Read(WorkbookPart workbook)
    {
        var found = new SheetFormats();
        if (workbook.WorkbookStylesPart is not { } part)
        {
            return found;
        }

        var codes = new Dictionary<uint, string>();
        var inCells = false;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellFormats))
            {
                inCells = reader.IsStartElement;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(NumberingFormat) && reader.LoadCurrentElement() is NumberingFormat { NumberFormatId.Value: var id } format)
            {
                codes[id] = format.FormatCode?.Value ?? "";
            }
            else if (inCells && reader.IsStartElement && reader.ElementType == typeof(CellFormat) && reader.LoadCurrentElement() is CellFormat cell)
            {
                found.formats.Add(Kind(cell.NumberFormatId?.Value ?? 0, codes));
            }
        }

        return found;
    }

    /// <summary>Judges a format code: what stands in quotes, brackets or behind a backslash is text.</summary>
    internal static SheetFormat Kind(string code)
    {
        var (quoted, bracket) = (false, false);
        for (var index = 0; index < code.Length; index++)
        {
            var letter = code[index];
            if (letter is '\\' or '_' or '*')
            {
                index++;
            }
            else if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '[' or ']')
            {
                bracket = letter == '[';
            }
            else if (!quoted && !bracket && letter is 'y' or 'Y' or 'd' or 'D' or 'm' or 'M')
            {
                return SheetFormat.Date;
            }
            else if (!quoted && !bracket && letter == '%')
            {
                return SheetFormat.Percent;
            }
        }

        return SheetFormat.Plain;
    }

    private static SheetFormat Kind(uint id, Dictionary<uint, string> codes) => codes.TryGetValue(id, out var code)
        ? Kind(code)
        : id switch
        {
            9 or 10 => SheetFormat.Percent,
            >= 14 and <= 17 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => SheetFormat.Date,
            _ => SheetFormat.Plain,
        };
}
