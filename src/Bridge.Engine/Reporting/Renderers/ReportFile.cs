using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A JSON report: a summary object, then the records as an array that is streamed.</summary>
internal static class ReportFile
{
    private const int FlushBytes = 64 * 1024;

    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a report whose records are there as a JSON array already.</summary>
    public static async Task WriteAsync<TSummary>(
        Stream output, string kind, TSummary summary, JsonTypeInfo<TSummary> summaryType, Stream records, CancellationToken cancellationToken)
    {
        // The writer has no way to take a value as a stream, so the object is opened and closed around it by hand.
        await using (var writer = new Utf8JsonWriter(output, Form))
        {
            Begin(writer, kind, summary, summaryType);
            await writer.FlushAsync(cancellationToken);
            await output.WriteAsync(",\"records\":"u8.ToArray(), cancellationToken);
            await records.CopyToAsync(output, cancellationToken);
            writer.WriteEndObject();
        }
    }

    public static async Task WriteAsync<TSummary, TRecord>(
        Stream output,
        string kind,
        TSummary summary,
        JsonTypeInfo<TSummary> summaryType,
        IAsyncEnumerable<TRecord> records,
        JsonTypeInfo<TRecord> recordType,
        CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, Form);
        Begin(writer, kind, summary, summaryType);
        writer.WriteStartArray("records");
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            JsonSerializer.Serialize(writer, record, recordType);
            if (writer.BytesPending > FlushBytes)
            {
                await writer.FlushAsync(cancellationToken);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellationToken);
    }

    private static void Begin<TSummary>(Utf8JsonWriter writer, string kind, TSummary summary, JsonTypeInfo<TSummary> summaryType)
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", 1);
        writer.WriteString("kind", kind);
        writer.WritePropertyName("summary");
        JsonSerializer.Serialize(writer, summary, summaryType);
    }
}
