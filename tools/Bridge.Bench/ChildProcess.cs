using System.Diagnostics;

namespace Bridge.Bench;

/// <summary>This program once more, in a process of its own. What it says on the standard error is passed on.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task errors;

    private ChildProcess(Process process)
    {
        this.process = process;
        errors = PassOnAsync(process.StandardError);
    }

    /// <summary>Starts it.</summary>
    /// <param name="asProduct">True to run it under the runtime settings of the command line (<c>bridge.runtimeconfig.json</c>).</param>
    /// <param name="variables">Variables to set.</param>
    /// <param name="arguments">Arguments.</param>
    public static ChildProcess Start(bool asProduct, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo(Host()) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("exec");
        if (asProduct)
        {
            start.ArgumentList.Add("--runtimeconfig");
            start.ArgumentList.Add(ProductSettings());
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bridge.Bench.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start) ?? throw new BenchException("The process of a run cannot be started."));
    }

    /// <summary>The next line of its standard output.</summary>
    /// <exception cref="BenchException">It ended without one.</exception>
    public async Task<string> ReadLineAsync(CancellationToken cancellationToken) =>
        await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new BenchException("A process of the run ended early; what it said stands above.");

    /// <summary>Tells it to end by closing its standard input.</summary>
    public void Release() => process.StandardInput.Close();

    /// <summary>Ends it if it has not ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        await errors;
        process.Dispose();
    }

    private static async Task PassOnAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }

    private static string Host() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static string ProductSettings()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "bridge.runtimeconfig.json");
        return File.Exists(file) ? file : throw new BenchException($"{file} is missing: the figures would not be those of the product. Build the tool again.");
    }
}
