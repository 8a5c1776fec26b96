using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bridge.Model.Identity;
using Bridge.Model.Json;
using Bridge.Model.Records;

namespace Bridge.Engine.Snapshots.Export;

/// <summary>Writes the records or findings of a snapshot for people and other programs, streaming. Personal values appear as keyed hashes.</summary>
public static class SnapshotExport
{
    /// <summary>Writes the records of one entity in key order.</summary>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="entity">Entity; one that the snapshot has not gives no records.</param>
    /// <param name="format">Form.</param>
    /// <param name="output">UTF-8 without byte-order mark is written here; left open.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Number of records written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No entity of a snapshot.</exception>
    public static Task<long> WriteAsync(ISnapshot snapshot, EntityKind entity, SnapshotExportFormat format, Stream output, CancellationToken cancellationToken) =>
        entity switch
        {
            EntityKind.PartnerGroup => WriteAsync(snapshot, RecordCodecs.PartnerGroup, BridgeJson.Default.PartnerGroup, format, output, cancellationToken),
            EntityKind.Partner => WriteAsync(snapshot, RecordCodecs.Partner, BridgeJson.Default.Partner, format, output, cancellationToken),
            EntityKind.Contract => WriteAsync(snapshot, RecordCodecs.Contract, BridgeJson.Default.Contract, format, output, cancellationToken),
            EntityKind.Deal => WriteAsync(snapshot, RecordCodecs.Deal, BridgeJson.Default.Deal, format, output, cancellationToken),
            EntityKind.TrackingLink => WriteAsync(snapshot, RecordCodecs.TrackingLink, BridgeJson.Default.TrackingLink, format, output, cancellationToken),
            EntityKind.PromoCode => WriteAsync(snapshot, RecordCodecs.PromoCode, BridgeJson.Default.PromoCode, format, output, cancellationToken),
            EntityKind.Conversion => WriteAsync(snapshot, RecordCodecs.Conversion, BridgeJson.Default.Conversion, format, output, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(entity), entity, "No entity of a snapshot."),
        };

    /// <summary>Writes the findings of extraction and sealing.</summary>
    /// <returns>Number of findings written.</returns>
    public static Task<long> WriteFindingsAsync(ISnapshot snapshot, SnapshotExportFormat format, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(snapshot.ReadFindingsAsync(cancellationToken), BridgeJson.Default.Finding, format, output, cancellationToken);

    private static Task<long> WriteAsync<T>(
        ISnapshot snapshot, IRecordCodec<T> codec, JsonTypeInfo<T> type, SnapshotExportFormat format, Stream output, CancellationToken cancellationToken) =>
        WriteAsync(snapshot.ReadAsync(codec, cancellationToken).Select(record => record.Record), type, format, output, cancellationToken);

    private static async Task<long> WriteAsync<T>(
        IAsyncEnumerable<T> records, JsonTypeInfo<T> type, SnapshotExportFormat format, Stream output, CancellationToken cancellationToken)
    {
        var lines = format == SnapshotExportFormat.Csv ? new CsvLines(type) : null;
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        if (lines is not null)
        {
            await writer.WriteLineAsync(lines.Header.AsMemory(), cancellationToken);
        }

        long count = 0;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            var line = lines is null ? JsonSerializer.Serialize(record, type) : lines.Of(JsonSerializer.SerializeToElement(record, type));
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
            count++;
        }

        return count;
    }
}
