using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Snapshots.Export;

/// <summary>
/// Writes a snapshot as the tables of a rail, record by record in key order, so that the rail's own reader gives the same records
/// back; what the tables do not hold is counted by name. The same snapshot gives the same bytes. A manifest with hashes comes last.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="context">What rows depend on beside their record.</param>
/// <param name="workbooks">True for XLSX, else CSV.</param>
public sealed class RecordTableExport(IRecordTables tables, RecordTableContext context, bool workbooks)
{
    /// <summary>The manifest's name.</summary>
    public const string ManifestName = "manifest.json";

    private readonly SortedDictionary<string, long> losses = new(StringComparer.Ordinal);
    private readonly JsonArray files = [];

    /// <summary>Losses by name, with the number of records that have them.</summary>
    public IReadOnlyDictionary<string, long> Losses => losses;

    /// <summary>Writes all tables.</summary>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="write">Writes a file of a name by what is given the stream; each appears whole or not at all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Records written by entity; an entity of the snapshot without a table is a loss instead.</returns>
    /// <exception cref="InvalidOperationException">A workbook cannot hold so many rows.</exception>
    public async Task<IReadOnlyDictionary<EntityKind, long>> WriteAsync(ISnapshot snapshot, Func<string, Func<Stream, Task>, Task> write, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<EntityKind, long>();
        foreach (var entity in snapshot.Manifest.Entities.Select(entry => entry.Entity).Order())
        {
            if (tables.TableOf(entity) is not { } schema)
            {
                if (snapshot.Manifest.Of(entity) is { Records: > 0 } left)
                {
                    losses[$"{EntityNames.Of(entity)}: NoTable"] = left.Records;
                }

                continue;
            }

            counts[entity] = await TableAsync(Records(snapshot, entity, cancellationToken), entity, schema, write, cancellationToken);
        }

        await write(ManifestName, async file =>
        {
            await using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" });
            Manifest(snapshot).WriteTo(writer);
        });
        return counts;
    }

    private static IAsyncEnumerable<object> Records(ISnapshot snapshot, EntityKind entity, CancellationToken cancellationToken)
    {
        return entity switch
        {
            EntityKind.PartnerGroup => Of(RecordCodecs.PartnerGroup),
            EntityKind.Partner => Of(RecordCodecs.Partner),
            EntityKind.Contract => Of(RecordCodecs.Contract),
            EntityKind.TrackingLink => Of(RecordCodecs.TrackingLink),
            EntityKind.PromoCode => Of(RecordCodecs.PromoCode),
            EntityKind.Conversion => Of(RecordCodecs.Conversion),
            _ => throw new ArgumentOutOfRangeException(nameof(entity), entity, "No entity with a table."),
        };

        IAsyncEnumerable<object> Of<T>(IRecordCodec<T> codec)
            where T : class => snapshot.ReadAsync(codec, cancellationToken).Select(record => (object)record.Record);
    }

    private async Task<long> TableAsync(
        IAsyncEnumerable<object> records, EntityKind entity, TableSchema schema, Func<string, Func<Stream, Task>, Task> write, CancellationToken cancellationToken)
    {
        var name = schema.Patterns[0].Replace("*", "", StringComparison.Ordinal);
        name = Path.ChangeExtension(name, workbooks ? ".xlsx" : ".csv");
        var (count, rows, hash) = (0L, 0L, "");
        await write(name, async file =>
        {
            await using (var output = new HashingStream(file))
            {
                async IAsyncEnumerable<SpreadsheetCell[]> Cells()
                {
                    await foreach (var record in records)
                    {
                        var made = tables.RowsOf(record, context);
                        count++;
                        Count(entity, made.Losses);
                        foreach (var row in made.Rows)
                        {
                            rows++;
                            yield return row;
                        }
                    }
                }

                await (workbooks ? WorkbookAsync(schema, Cells(), output) : CsvAsync(schema, Cells(), output, cancellationToken));
                hash = output.Finish();
            }
        });
        files.Add(new JsonObject { ["file"] = name, ["records"] = count, ["rows"] = rows, ["sha256"] = hash });
        return count;
    }

    private static async Task WorkbookAsync(TableSchema schema, IAsyncEnumerable<SpreadsheetCell[]> rows, Stream output)
    {
        using var book = new SpreadsheetWriter(output);
        book.BeginSheet(schema.Name, [.. schema.Columns.Select(column => SpreadsheetColumn.Of(column.Name))]);
        await foreach (var row in rows)
        {
            book.WriteRow(row);
        }
    }

    private static async Task CsvAsync(TableSchema schema, IAsyncEnumerable<SpreadsheetCell[]> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Line(schema.Columns.Select(column => SpreadsheetCell.Of(column.Name))).AsMemory(), cancellationToken);
        await foreach (var row in rows)
        {
            await writer.WriteLineAsync(CsvText.Line(row).AsMemory(), cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private void Count(EntityKind entity, IReadOnlyList<Loss> named)
    {
        foreach (var loss in named)
        {
            var name = $"{EntityNames.Of(entity)}: {loss.Code} ({loss.Path})";
            losses[name] = losses.GetValueOrDefault(name) + 1;
        }
    }

    private JsonObject Manifest(ISnapshot snapshot) => new()
    {
        ["program"] = snapshot.Manifest.Program.Id.Value,
        ["programName"] = snapshot.Manifest.Program.Name,
        ["rail"] = snapshot.Manifest.Rail,
        ["snapshot"] = snapshot.Manifest.SnapshotId,
        ["snapshotHash"] = snapshot.Manifest.Hash,
        ["exportDate"] = context.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["currency"] = context.Currency.Code,
        ["timeZone"] = "+00:00",
        ["personalValues"] = context.Personal is not null,
        ["files"] = files.DeepClone(),
        ["losses"] = new JsonObject(losses.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    /// <summary>Hashes what passes; leaves the stream below open.</summary>
    private sealed class HashingStream(Stream below) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash.AppendData(buffer);
            below.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            return below.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => below.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => below.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
