using System.Globalization;
using Bridge.Engine.Intake;

namespace Bridge.Cli.Output;

/// <summary>Progress of the inbox on the error stream: a live line on a terminal; elsewhere a line per large file now and then.</summary>
internal sealed class InboxProgressLine(CliEnvironment environment) : IProgress<InboxProgress>, IDisposable
{
    private const long Large = 100_000;
    private bool any;
    private long shown;

    /// <inheritdoc />
    public void Report(InboxProgress value)
    {
        var text = value.Rows == 0 ? value.File : string.Create(CultureInfo.InvariantCulture, $"{value.File}: {value.Rows:N0} rows");
        if (environment.ErrorIsTerminal)
        {
            var room = Math.Max(20, environment.Width - 1);
            environment.Error.Write("\r" + (text.Length > room ? text[..room] : text).PadRight(room));
            any = true;
        }
        else if (value.Rows >= Large && value.Rows - (value.Rows < shown ? 0 : shown) >= Large)
        {
            shown = value.Rows;
            environment.Error.WriteLine(text);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (any)
        {
            environment.Error.WriteLine();
            any = false;
        }
    }
}
