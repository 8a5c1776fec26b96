using Bridge.Engine.Artifacts;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots;
using Bridge.Model.Programs;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Errors;
using Microsoft.Extensions.Logging;

namespace Bridge.Engine.Extraction;

/// <summary>
/// Reads everything a connection can list into one snapshot, page by page. After each sealed part it notes how far it is; an
/// interrupted extraction goes on there, and on an unchanged rail gives the same snapshot hash as one that was not.
/// </summary>
/// <param name="store">Where snapshots rest.</param>
/// <param name="scratch">Room for open parts.</param>
/// <param name="vault">Personal values and raw pages.</param>
/// <param name="keys">Paths of the migration.</param>
/// <param name="checkpoints">Where progress is noted.</param>
/// <param name="ids">Ids of snapshots.</param>
/// <param name="clock">Clock.</param>
/// <param name="options">How often work is made durable.</param>
/// <param name="logger">Log.</param>
public sealed class SnapshotExtractor(
    IArtifactStore store,
    IScratchSpace scratch,
    IPersonalVault vault,
    MigrationKeys keys,
    IExtractionCheckpoints checkpoints,
    IIdSource ids,
    TimeProvider clock,
    ExtractionOptions options,
    ILogger<SnapshotExtractor> logger)
{
    /// <summary>Extracts one side.</summary>
    /// <param name="readers">The reading side of the connection.</param>
    /// <param name="request">What is to be extracted.</param>
    /// <param name="progress">Told after each page; null for silence.</param>
    /// <param name="cancellationToken">Stops at once; what was checkpointed stays.</param>
    /// <returns>The sealed snapshot or a failure. After a failure the next call goes on behind the last checkpoint.</returns>
    /// <exception cref="ArtifactStoreException">The store has no room, no right or no connection.</exception>
    public async Task<ExtractionResult> ExtractAsync(
        RailReaders readers, ExtractionRequest request, IProgress<ExtractionProgress>? progress, CancellationToken cancellationToken)
    {
        ExtractionRun? run = null;
        try
        {
            var program = await readers.Program.ReadProgramAsync(cancellationToken);
            run = await OpenAsync(readers, request, program, progress, cancellationToken);
            await ReadAllAsync(run, readers, cancellationToken);
            return await SealAsync(run, readers, cancellationToken);
        }
        catch (RailException error)
        {
            return Failed(run, readers, FailureOf(error, run));
        }
        catch (SnapshotIntegrityException error)
        {
            return Failed(run, readers, FailureOf(error));
        }
        catch (SnapshotCorruptException error)
        {
            await GiveUpAsync(run, cancellationToken);
            return Failed(run, readers, FailureOf(error, run));
        }
    }

    private static async Task ReadAllAsync(ExtractionRun run, RailReaders readers, CancellationToken cancellationToken)
    {
        await run.ReadAsync(readers.Groups, RecordCodecs.PartnerGroup, cancellationToken);
        await run.ReadAsync(readers.Partners, RecordCodecs.Partner, cancellationToken);
        await run.ReadAsync(readers.Contracts, RecordCodecs.Contract, cancellationToken);
        await run.ReadAsync(readers.Deals, RecordCodecs.Deal, cancellationToken);
        await run.ReadAsync(readers.Links, RecordCodecs.TrackingLink, cancellationToken);
        await run.ReadAsync(readers.PromoCodes, RecordCodecs.PromoCode, cancellationToken);
        await run.ReadAsync(run.Checkpoint.Conversions ? readers.Conversions : null, RecordCodecs.Conversion, cancellationToken);
    }

    private async Task<ExtractionRun> OpenAsync(
        RailReaders readers, ExtractionRequest request, Program program, IProgress<ExtractionProgress>? progress, CancellationToken cancellationToken)
    {
        var found = await checkpoints.FindAsync(request.Side, cancellationToken);
        if (found is not null && ResumeRule.Objection(found, readers, request, program) is { } objection)
        {
            Log.GaveUp(logger, found.Origin.SnapshotId, objection);
            await checkpoints.RemoveAsync(found, cancellationToken);
            found = null;
        }

        var checkpoint = found ?? Begin(readers, request, program);
        var id = checkpoint.Origin.SnapshotId;
        if (found is null)
        {
            Log.Began(logger, readers.Connection, readers.Descriptor.Id, id);
        }
        else
        {
            Log.Resumed(logger, readers.Connection, readers.Descriptor.Id, id, found.Entities.Sum(entity => entity.Rows.Records));
        }

        var writer = new SnapshotWriter(store, scratch, vault, keys, request.Side, id, options.Layout);
        return new ExtractionRun(writer, checkpoints, checkpoint, found is not null, options, clock, progress, logger);
    }

    private ExtractionCheckpoint Begin(RailReaders readers, ExtractionRequest request, Program program) => new()
    {
        Origin = new SnapshotOrigin
        {
            SnapshotId = string.Create(26, ids.NewId(), static (text, id) => id.AsSpan().ToLowerInvariant(text)),
            Side = request.Side,
            Connection = readers.Connection,
            Rail = readers.Descriptor.Id,
            ConnectorVersion = readers.Descriptor.ConnectorVersion,
            Program = program,
            StartedAt = clock.GetUtcNow(),
        },
        Conversions = request.Conversions,
        From = request.From,
        Until = request.Until,
    };

    private async Task<ExtractionResult> SealAsync(ExtractionRun run, RailReaders readers, CancellationToken cancellationToken)
    {
        var checkpoint = run.Checkpoint;
        var manifest = await run.Writer.SealAsync(checkpoint.Origin, checkpoint.Entities, readers.NotListable, clock.GetUtcNow(), cancellationToken);
        await checkpoints.RemoveAsync(checkpoint, cancellationToken);
        Log.Sealed(logger, manifest.SnapshotId, manifest.Hash);
        return Result(run, readers) with { Manifest = manifest };
    }

    /// <summary>What rests on changed parts can never be sealed.</summary>
    private async Task GiveUpAsync(ExtractionRun? run, CancellationToken cancellationToken)
    {
        if (run is not null)
        {
            Log.GaveUp(logger, run.Checkpoint.Origin.SnapshotId, "a sealed part is no longer what it was");
            await checkpoints.RemoveAsync(run.Checkpoint, cancellationToken);
        }
    }

    private ExtractionResult Failed(ExtractionRun? run, RailReaders readers, ExtractionFailure failure)
    {
        Log.Failed(logger, run?.Checkpoint.Origin.SnapshotId, failure.ToString());
        return Result(run, readers) with { Failure = failure };
    }

    private static ExtractionResult Result(ExtractionRun? run, RailReaders readers) => new()
    {
        SnapshotId = run?.Checkpoint.Origin.SnapshotId,
        Resumed = run?.Resumed ?? false,
        Entities = run?.Checkpoint.Entities ?? [],
        NotOffered = [.. readers.NotOffered],
    };

    private static ExtractionFailure FailureOf(RailException error, ExtractionRun? run) => new()
    {
        Kind = ExtractionFailureKind.Rail,
        Entity = run?.Reading,
        RailError = error.Kind,
        RetryAfter = error.RetryAfter,
        Message = error.Message,
        Remedy = error.Kind == RailErrorKind.Authentication
            ? "Check the credentials of the connection, then extract again: it goes on behind what was read."
            : "Extract again: it goes on behind what was read.",
    };

    private static ExtractionFailure FailureOf(SnapshotIntegrityException error) => new()
    {
        Kind = ExtractionFailureKind.Integrity,
        Entity = error.Entity,
        Record = error.Record,
        Message = error.Message,
        Remedy = "What was sealed before stays; the next extraction reads the rest again.",
    };

    private static ExtractionFailure FailureOf(SnapshotCorruptException error, ExtractionRun? run) => new()
    {
        Kind = ExtractionFailureKind.Corrupt,
        Entity = run?.Reading,
        Message = error.Message,
        Remedy = "The next extraction begins anew; find out who changes or removes files of the artifact store.",
    };
}
