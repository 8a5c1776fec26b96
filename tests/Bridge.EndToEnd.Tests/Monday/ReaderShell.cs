using System.Diagnostics;

namespace Bridge.EndToEnd.Tests.Monday;

/// <summary>A terminal of somebody who follows the README: one command after the other, in the folder where the last one left it.</summary>
internal sealed class ReaderShell : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private readonly List<BridgeProcess> background = [];

    private readonly string home;

    public ReaderShell(string home)
    {
        this.home = home;
        Folder = home;
        Variables = new Dictionary<string, string> { ["HOME"] = home };
    }

    /// <summary>The folder it is in.</summary>
    public string Folder { get; private set; }

    /// <summary>What was exported.</summary>
    public Dictionary<string, string> Variables { get; }

    /// <summary>Runs one line to its end.</summary>
    public async Task<ProcessResult> RunAsync(string line)
    {
        var where = Path.Combine(home, ".where");
        await using var process = BridgeProcess.Begin(Bash($"{line}\ncode=$?\npwd > '{where}'\nexit $code"), line, Limit);
        var result = await process.EndAsync();
        Folder = (await File.ReadAllTextAsync(where)).Trim();
        return result;
    }

    /// <summary>Runs one line in another terminal that stays open until this one is disposed.</summary>
    public BridgeProcess Start(string line)
    {
        var process = BridgeProcess.Begin(Bash(line.Replace("bridge ", "exec dotnet \"$BRIDGE\" ", StringComparison.Ordinal)), line, Limit);
        background.Add(process);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in background)
        {
            await process.DisposeAsync();
        }
    }

    private ProcessStartInfo Bash(string script)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = Folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"bridge() {{ dotnet \"$BRIDGE\" \"$@\"; }}\n{script}");
        start.Environment["BRIDGE"] = Path.Combine(AppContext.BaseDirectory, "bridge.dll");
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
