using Bridge.Cli.Output;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Engine.Reporting.Runs;
using Bridge.Review.Reports;
using Spectre.Console;

namespace Bridge.Cli.Reports;

/// <summary>A report document as it is needed: lines of the terminal, Markdown, a page.</summary>
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

    /// <summary>Markdown.</summary>
    public static Task WriteMarkdownAsync(ReportDocument document, Stream file, CancellationToken cancellationToken) =>
        PageAsync(file, writer => MarkdownRenderer.WriteAsync(document, writer, cancellationToken), cancellationToken);

    /// <summary>A dry run as one page that opens without a network.</summary>
    public static Task WriteAsync(DryRunReport report, Stream file, CancellationToken cancellationToken) =>
        PageAsync(file, writer => ReportPages.WriteAsync(report, writer, cancellationToken), cancellationToken);

    /// <summary>A run as one page that opens without a network.</summary>
    public static Task WriteAsync(RunReport report, Stream file, CancellationToken cancellationToken) =>
        PageAsync(file, writer => ReportPages.WriteAsync(report, writer, cancellationToken), cancellationToken);

    private static async Task PageAsync(Stream file, Func<TextWriter, Task> write, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        await write(writer);
        await writer.FlushAsync(cancellationToken);
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
