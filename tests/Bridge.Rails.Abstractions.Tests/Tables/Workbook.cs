using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bridge.Rails.Abstractions.Tests.Tables;

/// <summary>Makes workbooks part by part, so that tests say exactly what a file holds.</summary>
internal sealed class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly List<(string Name, string State, string Rows, string Behind)> sheets = [];

    public string SharedStrings { get; set; } = "";

    public bool From1904 { get; set; }

    public string? Hyperlink { get; set; }

    /// <summary>Formats: 1 a day, 2 percent, 3 a custom day and time.</summary>
    private const string Styles =
        $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-40C]dd\ mmm\ yyyy\ hh:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>""";

    public Workbook Sheet(string name, string rows, string state = "visible", string behind = "")
    {
        sheets.Add((name, state, rows, behind));
        return this;
    }

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/strings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
            Write(archive, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Write(archive, "xl/styles.xml", Styles);
            Write(archive, "xl/strings.xml", $"""<sst xmlns="{Main}">{SharedStrings}</sst>""");
            Write(archive, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{(From1904 ? 1 : 0)}"/><sheets>{List()}</sheets></workbook>""");
            Write(archive, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{Relations()}<Relationship Id="rs" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rt" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="strings.xml"/></Relationships>""");
            for (var number = 1; number <= sheets.Count; number++)
            {
                var sheet = sheets[number - 1];
                Write(archive, FormattableString.Invariant($"xl/worksheets/sheet{number}.xml"), $"""<worksheet xmlns="{Main}"><sheetData>{sheet.Rows}</sheetData>{sheet.Behind}</worksheet>""");
            }

            if (Hyperlink is not null)
            {
                Write(archive, "xl/worksheets/_rels/sheet1.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{Hyperlink}" TargetMode="External"/></Relationships>""");
            }
        }

        return stream.ToArray();
    }

    /// <summary>Cells in a row: texts as inline strings, numbers as they are, anything in angle brackets as written.</summary>
    public static string Row(int number, params string[] cells)
    {
        var text = new StringBuilder($"""<row r="{number}">""");
        for (var index = 0; index < cells.Length; index++)
        {
            var place = $"{(char)('A' + index)}{number.ToString(CultureInfo.InvariantCulture)}";
            text.Append(cells[index].StartsWith('<')
                ? cells[index].Replace("@", place, StringComparison.Ordinal)
                : cells[index].Length == 0 ? "" : $"""<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{cells[index]}</t></is></c>""");
        }

        return text.Append("</row>").ToString();
    }

    public static string Number(string stored, int format = 0) => $"""<c r="@" s="{format}"><v>{stored}</v></c>""";

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + text));
    }

    private string List() => string.Concat(sheets.Select((sheet, index) => FormattableString.Invariant($"""<sheet name="{sheet.Name}" sheetId="{index + 1}" state="{sheet.State}" r:id="r{index + 1}"/>""")));

    private string Relations() => string.Concat(sheets.Select((_, index) => FormattableString.Invariant($"""<Relationship Id="r{index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{index + 1}.xml"/>""")));
}
