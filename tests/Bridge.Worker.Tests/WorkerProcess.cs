using System.Diagnostics;
using System.Text;
using Bridge.Lab;

namespace Bridge.Worker.Tests;

/// <summary>The worker as a process of its own. It is killed at the latest when it is disposed.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly StringBuilder told = new();
    private readonly Task read;

    private WorkerProcess(Process process)
    {
        this.process = process;
        read = Task.WhenAll(ReadAsync(process.StandardOutput), ReadAsync(process.StandardError));
    }

    public bool HasExited => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>What it has said so far on both streams.</summary>
    public string Told
    {
        get
        {
            lock (told)
            {
                return told.ToString();
            }
        }
    }

    /// <summary>Starts one.</summary>
    public static WorkerProcess Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bridge.Worker.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Starts one for a migration of the lab.</summary>
    public static WorkerProcess Start(LabMigration lab) => Start(new Dictionary<string, string> { [LabMigration.TokenVariable] = lab.Token, [LabMigration.WriteTokenVariable] = lab.WriteToken }, lab.Folder);

    /// <summary>Waits for something that it brings about; it must be alive meanwhile.</summary>
    public Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    /// <inheritdoc cref="UntilAsync(Func{bool}, string)" />
    public Task UntilAsync(Func<Task<bool>> holds, string what) => Eventually.HoldsAsync(
        async () => await holds() || (HasExited ? throw new InvalidOperationException($"The worker ended before {what}.\n{Told}") : false),
        () => $"{what}\n{Told}",
        Patience);

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM, and waits for the end.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> TerminateAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await EndAsync();
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        await read;
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private async Task ReadAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (told)
            {
                told.Append(line).Append('\n');
            }
        }
    }
}
