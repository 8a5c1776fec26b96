using Bridge.Cli.Output;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.Renderers;
using Spectre.Console;

namespace Bridge.Cli.Reports;

/// <summary>A report document as lines of the terminal.</summary>
internal static class Pages
{
    /// <summary>Lines of the terminal.</summary>
    public static void Write(CliOutput output, ReportDocument document, int cards)
    {
        if (output.Json)
        {
            return;
        }

        foreach (var line in TextRenderer.Lines(document, output.Width, cards))
        {
            output.Line(line.Text, StyleOf(line.Style));
        }
    }

    private static Style StyleOf(LineStyle style) => style switch
    {
        LineStyle.Title => new Style(decoration: Decoration.Bold | Decoration.Underline),
        LineStyle.Chapter or LineStyle.Section => new Style(decoration: Decoration.Bold),
        LineStyle.TableHead or LineStyle.Muted => new Style(decoration: Decoration.Dim),
        LineStyle.Good => new Style(Color.Green),
        LineStyle.Note => new Style(Color.Aqua),
        LineStyle.Warning => new Style(Color.Yellow),
        LineStyle.Danger => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
