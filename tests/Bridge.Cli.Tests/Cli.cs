using Bridge.Hosting;

namespace Bridge.Cli.Tests;

/// <summary>The real entry point with captured streams.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new HostSettings { Environment = _ => null }, CancellationToken.None, arguments);

    public static Task<CliResult> RunAsync(string folder, HostSettings settings, CancellationToken cancellationToken, params string[] arguments) =>
        RunAsync(folder, settings, null, cancellationToken, arguments);

    /// <param name="folder">Folder that paths start from.</param>
    /// <param name="settings">Surroundings.</param>
    /// <param name="typed">What a person at the terminal types; null when nobody is there.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <param name="arguments">Arguments.</param>
    public static async Task<CliResult> RunAsync(string folder, HostSettings settings, string? typed, CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CliEnvironment { Output = output, Error = TextWriter.Synchronized(error), WorkingFolder = folder, Host = settings, Input = new StringReader(typed ?? ""), InputIsTerminal = typed is not null };
        var code = await BridgeCommandLine.RunAsync(arguments, environment, cancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
