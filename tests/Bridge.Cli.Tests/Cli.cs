using Bridge.Hosting;

namespace Bridge.Cli.Tests;

/// <summary>The real entry point with captured streams.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new HostSettings { Environment = _ => null }, CancellationToken.None, arguments);

    public static async Task<CliResult> RunAsync(string folder, HostSettings settings, CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CliEnvironment { Output = output, Error = TextWriter.Synchronized(error), WorkingFolder = folder, Host = settings };
        var code = await BridgeCommandLine.RunAsync(arguments, environment, cancellationToken);
        return new CliResult(code, output.ToString(), error.ToString());
    }
}
