using System.Text;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>How one file is encoded and cut into fields and lines.</summary>
internal sealed record FileDialect(Encoding Encoding, bool ByteOrderMark, char Separator, string NewLine, RowStyle Style)
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The platform lacks code page 1252.");

    /// <summary>What the dashboard writes.</summary>
    public static FileDialect Dashboard(RowStyle style) => new(Utf8, true, ',', "\r\n", style);

    /// <summary>What a script wrote.</summary>
    public static FileDialect Plain(RowStyle style, char separator = ',') => new(Utf8, false, separator, "\n", style);

    /// <summary>What a spreadsheet on a western European desktop saves.</summary>
    public static FileDialect Desktop(RowStyle style) => new(Western, false, ';', "\r\n", style);

    /// <summary>The same on a German desk: semicolons, and German dates and numbers where they were American.</summary>
    public FileDialect InGerman() => this with { Separator = ';', Style = Style == RowStyle.American ? RowStyle.German : Style };

    public string EncodingName => Encoding.CodePage == 1252 ? "windows-1252" : "utf-8";
}
