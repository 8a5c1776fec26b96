using Spectre.Console;

namespace Bridge.Cli.Output;

/// <summary>Lines with styles where the writer is a terminal, and as they are elsewhere: no escape code ever reaches a file or a pipe.</summary>
internal sealed class StyledWriter
{
    private const int NoWrapping = 10_000;
    private readonly TextWriter writer;
    private readonly IAnsiConsole? console;

    public StyledWriter(TextWriter writer, bool styled)
    {
        this.writer = writer;
        if (styled)
        {
            console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            });
            console.Profile.Width = NoWrapping;
        }
    }

    /// <summary>Writes a line.</summary>
    public void Line(string text, Style style)
    {
        if (console is null || style.Equals(Style.Plain) || text.Length >= NoWrapping)
        {
            writer.WriteLine(text);
        }
        else
        {
            console.Write(new Text(text, style));
            writer.WriteLine();
        }
    }
}
