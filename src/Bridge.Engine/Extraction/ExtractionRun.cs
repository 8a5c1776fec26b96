using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Microsoft.Extensions.Logging;

namespace Bridge.Engine.Extraction;

/// <summary>One attempt at one snapshot: entity after entity, checkpoint after checkpoint.</summary>
internal sealed class ExtractionRun(
    SnapshotWriter writer,
    IExtractionCheckpoints checkpoints,
    ExtractionCheckpoint checkpoint,
    bool resumed,
    ExtractionOptions options,
    TimeProvider clock,
    IProgress<ExtractionProgress>? progress,
    ILogger logger)
{

    public SnapshotWriter Writer => writer;

    public bool Resumed => resumed;

    public ExtractionCheckpoint Checkpoint { get; private set; } = checkpoint;

    /// <summary>Entity that is being read; null outside.</summary>
    public EntityKind? Reading { get; private set; }

    /// <summary>Reads one entity to its end; nothing when there is no reader or it is complete already.</summary>
    public async Task ReadAsync<T>(IEntityReader<T>? reader, IRecordCodec<T> codec, CancellationToken cancellationToken)
    {
        if (reader is null || Checkpoint.Of(codec.Entity) is { Complete: true })
        {
            return;
        }

        Reading = codec.Entity;
        if (reader.Entity != codec.Entity)
        {
            throw new SnapshotIntegrityException(codec.Entity, null, "reader", $"it reads {EntityNames.Of(reader.Entity)}.");
        }

        await using var entity = await writer.OpenAsync(codec, Checkpoint.Of(codec.Entity), cancellationToken);
        await ReadPagesAsync(reader, entity, cancellationToken);
        if (TotalFinding(entity.Read) is { } finding)
        {
            entity.AddFinding(finding);
        }

        await CheckpointAsync(entity, true, cancellationToken);
        Report(entity.Read);
        Reading = null;
    }

    private async Task ReadPagesAsync<T>(IEntityReader<T> reader, EntityWriter<T> entity, CancellationToken cancellationToken)
    {
        var order = new PageOrder(reader.Entity, entity.Read.Cursor);
        var opened = clock.GetTimestamp();
        try
        {
            await foreach (var page in reader.ReadAsync(ScopeBehind(entity.Read.Cursor), cancellationToken))
            {
                order.Check(page.Cursor, entity.Read.Pages + 1);
                await entity.AddAsync(page, cancellationToken);
                Report(entity.Read);
                if (!order.Ended && (entity.IsFull || clock.GetElapsedTime(opened) >= options.PartAge))
                {
                    await CheckpointAsync(entity, false, cancellationToken);
                    opened = clock.GetTimestamp();
                }
            }
        }
        catch (RailException) when (entity.HasOpenPages && !order.Ended)
        {
            // Whole pages are worth keeping; a page that came without a cursor cannot be continued behind.
            await CheckpointAsync(entity, false, cancellationToken);
            throw;
        }
    }

    private ReadScope ScopeBehind(string? cursor) => new()
    {
        After = cursor,
        From = Checkpoint.From,
        Until = Checkpoint.Until ?? Checkpoint.Origin.StartedAt,
    };

    private async Task CheckpointAsync<T>(EntityWriter<T> entity, bool complete, CancellationToken cancellationToken)
    {
        var reached = await entity.SealPartAsync(complete, cancellationToken);
        var next = Checkpoint.With(reached);
        await checkpoints.SaveAsync(next, cancellationToken);
        Checkpoint = next;
        Log.PartSealed(logger, next.Origin.SnapshotId, reached.Entity, reached.Parts.Count, reached.Rows.Records);
    }

    private void Report(EntityProgress read) => progress?.Report(
        new ExtractionProgress(read.Entity, read.Pages, read.Rows.Records, read.Total, read.Complete));

    /// <summary>The rail's own total against what was read: a difference can be honest (the rail changed meanwhile), so it is told, not failed.</summary>
    private static Finding? TotalFinding(EntityProgress read)
    {
        var seen = read.Rows.Records + read.Rows.Duplicates + read.Rows.Unreadable;
        return read.Total is not { } total || total == seen
            ? null
            : new Finding
            {
                Code = "BRG-SRC-012",
                Severity = Severity.Warning,
                Entity = read.Entity,
                Message = $"The rail says there are {total} {EntityNames.Of(read.Entity)}; {seen} were read.",
                Remedy = "When nobody changed the program meanwhile, extract again; when the difference stays, compare with the rail's own export.",
            };
    }
}
