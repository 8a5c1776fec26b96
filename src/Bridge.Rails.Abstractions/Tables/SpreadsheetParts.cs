using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>The parts of a workbook that do not depend on its rows.</summary>
internal static partial class SpreadsheetParts
{
    /// <summary>Cell style of text: shown as typed, never a formula.</summary>
    public const string TextStyle = "1";

    /// <summary>Cell style of the header.</summary>
    public const string HeaderStyle = "2";

    /// <summary>Every part below a name in <c>.xml</c> is a sheet unless it is named here.</summary>
    public const string ContentTypes =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
        """;

    /// <summary>Where the workbook lies.</summary>
    public const string RootRelations =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    /// <summary>Plain, text with the mark against formulas, header.</summary>
    public const string Styles =
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
        """;

    /// <summary>The list of sheets.</summary>
    public static string Workbook(IReadOnlyList<string> sheets, string main, string relations)
    {
        var text = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="{main}" xmlns:r="{relations}"><sheets>""");
        for (var index = 0; index < sheets.Count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""<sheet name="{SecurityElement.Escape(sheets[index])}" sheetId="{index + 1}" r:id="rId{index + 1}"/>""");
        }

        return text.Append("</sheets></workbook>").ToString();
    }

    /// <summary>Where sheets and styles lie.</summary>
    public static string WorkbookRelations(int sheets, string package, string relations)
    {
        var text = new StringBuilder($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{package}">""");
        for (var number = 1; number <= sheets; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{number}" Type="{relations}/worksheet" Target="worksheets/sheet{number}.xml"/>""");
        }

        return text.Append(CultureInfo.InvariantCulture, $"""<Relationship Id="rId{sheets + 1}" Type="{relations}/styles" Target="styles.xml"/></Relationships>""").ToString();
    }

    /// <summary>Writes what XML cannot hold, and what would be taken for such writing, as <c>_x0000_</c>.</summary>
    public static string Escape(string text)
    {
        var plain = text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, "_x005F_$1") : text;
        return plain.Any(Forbidden)
            ? string.Concat(plain.Select(letter => Forbidden(letter) ? string.Create(CultureInfo.InvariantCulture, $"_x{(int)letter:X4}_") : letter.ToString()))
            : plain;
    }

    private static bool Forbidden(char letter) => (letter < ' ' && letter is not ('\t' or '\n')) || letter is '\ufffe' or '\uffff';

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
