using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// Every applied change of a simulated rail as one JSON line: <c>seq, time, actor, verb, path, kind, objectId, requestHash,
/// fields</c> and, where something was there before, <c>before</c>. A line with <c>cause</c> is an effect of the request whose
/// main change has that number. Times are UTC on the rail's clock.
/// </summary>
public sealed class TruthLog : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly StreamWriter? file;

    /// <summary>An empty log.</summary>
    /// <param name="path">File each line is appended to at once, or null to keep the log in memory only.</param>
    public TruthLog(string? path = null)
    {
        if (path is not null)
            file = new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read)) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Number of changes so far; also the sequence number of the last one.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return lines.Count;
            }
        }
    }

    /// <summary>Lines after a sequence number, 0 for all.</summary>
    public IReadOnlyList<string> After(int sequence)
    {
        lock (gate)
        {
            return lines[Math.Clamp(sequence, 0, lines.Count)..];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    internal int Append(
        DateTimeOffset time, TruthOrigin origin, string kind, string objectId, int? cause, TruthFields fields, TruthFields? before)
    {
        lock (gate)
        {
            var line = Line(lines.Count + 1, time, origin, kind, objectId, cause, fields, before);
            lines.Add(line);
            file?.WriteLine(line);
            return lines.Count;
        }
    }

    private static string Line(
        int sequence, DateTimeOffset time, TruthOrigin origin, string kind, string objectId, int? cause, TruthFields fields, TruthFields? before)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", sequence);
            json.WriteString("time", time.ToUniversalTime());
            json.WriteString("actor", origin.Actor switch { TruthActor.Api => "api", TruthActor.Portal => "portal", _ => "partner" });
            json.WriteString("verb", origin.Verb);
            json.WriteString("path", origin.Path);
            json.WriteString("kind", kind);
            json.WriteString("objectId", objectId);
            json.WriteString("requestHash", origin.RequestHash);
            if (cause is { } main)
                json.WriteNumber("cause", main);
            Write(json, "fields", fields);
            if (before is not null)
                Write(json, "before", before);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, TruthFields fields)
    {
        json.WriteStartObject(name);
        foreach (var (field, value) in fields)
            json.WriteString(field, value);
        json.WriteEndObject();
    }
}
