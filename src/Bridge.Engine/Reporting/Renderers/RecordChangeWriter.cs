using System.Text.Encodings.Web;
using System.Text.Json;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.DryRun;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>Writes the records of a dry run, as they stand in its JSON file, to a stream of their own: <see cref="DryRunJson"/> sets the summary before them.</summary>
/// <param name="output">Where to write; stays open.</param>
public sealed class RecordChangeWriter(Stream output) : IPlanListener, IAsyncDisposable
{
    private const int FlushBytes = 64 * 1024;

    private readonly Utf8JsonWriter writer = Begin(output);

    /// <inheritdoc />
    public async Task HearAsync(PlanLine line, RecordChange? change, CancellationToken cancellationToken)
    {
        if (change is not null)
        {
            JsonSerializer.Serialize(writer, change, ReportJson.Default.RecordChange);
            if (writer.BytesPending > FlushBytes)
            {
                await writer.FlushAsync(cancellationToken);
            }
        }
    }

    /// <summary>Closes the list.</summary>
    public async ValueTask DisposeAsync()
    {
        writer.WriteEndArray();
        await writer.DisposeAsync();
    }

    private static Utf8JsonWriter Begin(Stream output)
    {
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        return writer;
    }
}
