using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Writes a workbook row by row, straight into the stream, so that memory does not grow with it; the same rows give the same
/// bytes. The header is bold and stays in view. Text cells are text for good: they carry the mark that keeps a program from
/// taking <c>=1+1</c> for a formula when somebody edits them.
/// </summary>
public sealed class SpreadsheetWriter : IDisposable
{
    /// <summary>Rows that one sheet can hold, header included.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestCell = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Earliest time that a zip entry can carry; no clock belongs into a file that must come out the same.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("[]:*?/\\");

    private readonly ZipArchive archive;
    private readonly List<string> sheets = [];
    private Stream? entry;
    private XmlWriter? xml;
    private int row;

    /// <param name="stream">Takes the workbook; stays open.</param>
    public SpreadsheetWriter(Stream stream)
    {
        archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        WriteEntry("[Content_Types].xml", SpreadsheetParts.ContentTypes);
        WriteEntry("_rels/.rels", SpreadsheetParts.RootRelations);
        WriteEntry("xl/styles.xml", SpreadsheetParts.Styles);
    }

    /// <summary>Begins the next sheet with its header row; the one before is finished.</summary>
    /// <exception cref="ArgumentException">The name is used already, longer than 31 characters or has one of <c>[]:*?/\</c>.</exception>
    public void BeginSheet(string name, IReadOnlyList<SpreadsheetColumn> columns)
    {
        if (name.Length is 0 or > 31 || name.AsSpan().ContainsAny(Forbidden) || sheets.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{name}' cannot be the name of a sheet here.", nameof(name));
        }

        EndSheet();
        sheets.Add(name);
        entry = Open(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheets.Count}.xml"));
        xml = XmlWriter.Create(entry, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        row = 0;
        xml.WriteStartElement("worksheet", Main);
        WriteView(xml);
        WriteWidths(xml, columns);
        xml.WriteStartElement("sheetData");
        WriteCells([.. columns.Select(column => SpreadsheetCell.Of(column.Title))], SpreadsheetParts.HeaderStyle);
    }

    /// <summary>Writes one row of the current sheet.</summary>
    /// <exception cref="InvalidOperationException">There is no sheet, or it is full.</exception>
    /// <exception cref="ArgumentException">A text is longer than a cell can hold.</exception>
    public void WriteRow(IReadOnlyList<SpreadsheetCell> cells) => WriteCells(cells, SpreadsheetParts.TextStyle);

    /// <summary>Finishes the workbook.</summary>
    public void Dispose()
    {
        EndSheet();
        WriteEntry("xl/workbook.xml", SpreadsheetParts.Workbook(sheets, Main, Relations));
        WriteEntry("xl/_rels/workbook.xml.rels", SpreadsheetParts.WorkbookRelations(sheets.Count, PackageRelations, Relations));
        archive.Dispose();
    }

    private static void WriteView(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane");
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", "A2");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, IReadOnlyList<SpreadsheetColumn> columns)
    {
        if (columns.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("cols");
        for (var index = 0; index < columns.Count; index++)
        {
            var place = (index + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", place);
            xml.WriteAttributeString("max", place);
            xml.WriteAttributeString("width", Math.Clamp(columns[index].Width, 4, 120).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", SpreadsheetParts.TextStyle);
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteCells(IReadOnlyList<SpreadsheetCell> cells, string style)
    {
        if (xml is null || row >= MostRows)
        {
            throw new InvalidOperationException(xml is null
                ? "A row needs a sheet: begin one first."
                : string.Create(CultureInfo.InvariantCulture, $"A sheet holds {MostRows} rows; write larger tables as CSV."));
        }

        row++;
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        for (var index = 0; index < cells.Count; index++)
        {
            WriteCell(cells[index], index, style);
        }

        xml.WriteEndElement();
    }

    private void WriteCell(SpreadsheetCell cell, int column, string style)
    {
        if (cell.Number is null && string.IsNullOrEmpty(cell.Text))
        {
            return;
        }

        xml!.WriteStartElement("c");
        xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{row}"));
        if (cell.Number is { } number)
        {
            xml.WriteElementString("v", number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            if (cell.Text!.Length > LongestCell)
            {
                throw new ArgumentException($"A text of {cell.Text.Length} characters does not fit into a cell, which holds {LongestCell}.");
            }

            xml.WriteAttributeString("s", style);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SpreadsheetParts.Escape(cell.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
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

    private void EndSheet()
    {
        xml?.WriteEndDocument();
        xml?.Dispose();
        entry?.Dispose();
        (xml, entry) = (null, null);
    }

    private Stream Open(string name)
    {
        var made = archive.CreateEntry(name, CompressionLevel.Optimal);
        made.LastWriteTime = EntryTime;
        return made.Open();
    }

    private void WriteEntry(string name, string text)
    {
        using var stream = Open(name);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
