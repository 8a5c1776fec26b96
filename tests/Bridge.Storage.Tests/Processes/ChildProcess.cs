using System.Diagnostics;

namespace Bridge.Storage.Tests.Processes;

/// <summary>A process that runs <see cref="ChildProgram"/>; killed, as by SIGKILL, at the latest when it is disposed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;

    public ChildProcess(string verb, string file)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var argument in new[] { "exec", typeof(ChildProgram).Assembly.Location, verb, file })
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
    }

    public async Task<string> ReadLineAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The child ended before it said anything.");

    /// <summary>Kills it and gives the last line it had written.</summary>
    public async Task<string?> KillAsync()
    {
        process.Kill();
        var (rest, last) = (await process.StandardOutput.ReadToEndAsync(), (string?)null);
        await process.WaitForExitAsync();

        // The last line may be cut; the one before it is whole.
        var lines = rest.Split('\n');
        for (var at = 0; at < lines.Length - 1; at++)
        {
            last = lines[at];
        }

        return last;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
