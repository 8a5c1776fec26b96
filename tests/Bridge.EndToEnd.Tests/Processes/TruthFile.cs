using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Bridge.EndToEnd.Tests.Processes;

/// <summary>The log that a simulated rail keeps of its changes, read while it grows. It shares no code with who writes it.</summary>
internal sealed class TruthFile(string path)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(2);
    private readonly List<string> lines = [];
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);
    private long position;

    /// <summary>Changing calls of the API so far.</summary>
    public int Calls { get; private set; }

    /// <summary>All lines so far.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            Read();
            return lines;
        }
    }

    /// <summary>Reads on and gives the changing calls of the API so far.</summary>
    public int Count()
    {
        Read();
        return Calls;
    }

    /// <summary>Changing calls of the API of one kind, for example <c>link.create</c>.</summary>
    public int Of(string kind) => calls.GetValueOrDefault(kind);

    /// <summary>Looks again and again until a condition holds.</summary>
    /// <returns>False when the process ended before.</returns>
    /// <exception cref="TimeoutException">It did not come to hold in time.</exception>
    public async Task<bool> UntilAsync(Func<TruthFile, bool> holds, BridgeProcess process)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            Read();
            if (holds(this))
            {
                return !process.HasExited;
            }

            if (process.HasExited)
            {
                return false;
            }

            if (Stopwatch.GetElapsedTime(begun) > Limit)
            {
                throw new TimeoutException($"After {Limit.TotalSeconds:0} s the rail's log stands at {Calls} calls: {(await process.KillAsync()).Told}");
            }

            await Task.Delay(Glance);
        }
    }

    private void Read()
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var fresh = new byte[file.Length - position];
        file.Position = position;
        file.ReadExactly(fresh);
        var whole = Array.LastIndexOf(fresh, (byte)'\n') + 1;
        position += whole;
        foreach (var line in Encoding.UTF8.GetString(fresh, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            lines.Add(line);
            using var entry = JsonDocument.Parse(line);
            var root = entry.RootElement;
            if (root.GetProperty("actor").GetString() == "api" && !root.TryGetProperty("cause", out _))
            {
                var kind = root.GetProperty("kind").GetString()!;
                calls[kind] = Of(kind) + 1;
                Calls++;
            }
        }
    }
}
