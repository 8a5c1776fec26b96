using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Runs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Review.Reports;

/// <summary>Renders reports to single HTML files, outside of any web server.</summary>
public static class ReportPages
{
    /// <summary>Writes a dry run as a page that opens without network.</summary>
    public static Task WriteAsync(DryRunReport report, TextWriter output, CancellationToken cancellationToken) =>
        WriteAsync<DryRunPage>(nameof(DryRunPage.Report), report, output, cancellationToken);

    /// <summary>Writes a run as a page that opens without network.</summary>
    public static Task WriteAsync(RunReport report, TextWriter output, CancellationToken cancellationToken) =>
        WriteAsync<RunPage>(nameof(RunPage.Report), report, output, cancellationToken);

    /// <summary>Writes a document as a page that opens without network.</summary>
    public static Task WriteAsync(ReportDocument document, TextWriter output, CancellationToken cancellationToken) =>
        WriteAsync<ReportShell>(nameof(ReportShell.Document), document, output, cancellationToken);

    private static async Task WriteAsync<TPage>(string parameter, object report, TextWriter output, CancellationToken cancellationToken)
        where TPage : IComponent
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(new Dictionary<string, object?> { [parameter] = report }));
            page.WriteHtmlTo(output);
        });
        await output.FlushAsync(cancellationToken);
    }
}
