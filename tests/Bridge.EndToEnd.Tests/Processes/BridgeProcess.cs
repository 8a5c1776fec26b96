using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bridge.EndToEnd.Tests.Processes;

/// <summary>The real <c>bridge</c> as a child process. It is killed at the latest when it is disposed.</summary>
internal sealed class BridgeProcess : IAsyncDisposable
{
    /// <summary>Exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 128 + 9;

    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(120);
    private readonly TimeSpan limit;
    private readonly Process process;
    private readonly string command;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly TaskCompletionSource<JsonObject> first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task read;
    private bool disposed;

    private BridgeProcess(Process process, string command, TimeSpan limit)
    {
        this.limit = limit;
        this.process = process;
        this.command = command;
        read = Task.WhenAll(ReadAsync(process.StandardOutput, output, TryFirst), ReadAsync(process.StandardError, error, () => { }));
    }

    public bool HasExited => process.HasExited;

    /// <summary>Starts a command.</summary>
    /// <param name="folder">Folder to work in.</param>
    /// <param name="variables">Environment variables on top of those of the test.</param>
    /// <param name="arguments">Arguments.</param>
    public static BridgeProcess Start(string folder, IEnumerable<KeyValuePair<string, string>> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "bridge.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Begin(start, "bridge " + string.Join(' ', arguments), UsualLimit);
    }

    /// <summary>Starts a program; its output streams are taken.</summary>
    /// <param name="start">The program.</param>
    /// <param name="command">What to call it in messages.</param>
    /// <param name="limit">After which it is killed.</param>
    public static BridgeProcess Begin(ProcessStartInfo start, string command, TimeSpan limit)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return new BridgeProcess(Process.Start(start)!, command, limit);
    }

    /// <summary>The object that a serving command prints when it is ready.</summary>
    public async Task<JsonObject> FirstObjectAsync()
    {
        await Task.WhenAny(first.Task, EndAsync());
        return first.Task.IsCompleted ? await first.Task : throw new InvalidOperationException((await EndAsync()).Told);
    }

    /// <summary>Waits for the end.</summary>
    /// <exception cref="TimeoutException">It did not end; it is killed, and the message holds what it had said.</exception>
    public async Task<ProcessResult> EndAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            process.Kill();
            await read;
            throw new TimeoutException($"'{command}' did not end within {limit.TotalSeconds:0} s. It had said:\n{error}\n{output}");
        }

        await read;
        return new ProcessResult(command, process.ExitCode, output.ToString(), error.ToString());
    }

    /// <summary>Kills it at once, as by SIGKILL.</summary>
    public async Task<ProcessResult> KillAsync()
    {
        process.Kill();
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static async Task ReadAsync(StreamReader stream, StringBuilder text, Action whenLine)
    {
        while (await stream.ReadLineAsync() is { } line)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }

            whenLine();
        }
    }

    private void TryFirst()
    {
        // Objects are written indented: the one at the start ends with the only brace at the margin.
        if (!first.Task.IsCompleted && output.ToString() is var text && text.EndsWith("\n}\n", StringComparison.Ordinal))
        {
            try
            {
                first.TrySetResult(JsonNode.Parse(text)!.AsObject());
            }
            catch (JsonException problem)
            {
                first.TrySetException(problem);
            }
        }
    }
}
