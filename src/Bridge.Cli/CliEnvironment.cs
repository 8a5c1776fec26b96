using Bridge.Hosting;

namespace Bridge.Cli;

/// <summary>What surrounds one call of the command line; tests bring their own.</summary>
internal sealed record CliEnvironment
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Where a person answers.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>True when a person can be asked.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>True when results go to a terminal.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>True when progress goes to a terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal; 120 when there is none.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Folder that relative paths start from.</summary>
    public string WorkingFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Clock of progress lines; real also when a migration runs on a simulated one.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Surroundings of migrations.</summary>
    public HostSettings Host { get; init; } = new();

    /// <summary>The process itself.</summary>
    public static CliEnvironment OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        Input = Console.In,
        InputIsTerminal = !Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? 120 : Math.Max(40, Console.WindowWidth),
    };

    /// <summary>True when colours may be used: a terminal that knows them, and nobody asked for none (<c>NO_COLOR</c>).</summary>
    public bool Colours(bool terminal) =>
        terminal && string.IsNullOrEmpty(Host.Environment("NO_COLOR")) && Host.Environment("TERM") != "dumb";
}
