using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A JSON report: a summary object, then the records as an array that is streamed.</summary>
internal static class ReportFile
{
    private const int FlushBytes = 64 * 1024;

    public static async Task WriteAsync<TSummary, TRecord>(
        Stream output,
        string kind,
        TSummary summary,
        JsonTypeInfo<TSummary> summaryType,
        IAsyncEnumerable<TRecord> records,
        JsonTypeInfo<TRecord> recordType,
        CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        writer.WriteNumber("format", 1);
        writer.WriteString("kind", kind);
        writer.WritePropertyName("summary");
        JsonSerializer.Serialize(writer, summary, summaryType);
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
}
