using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Handoffs;

/// <summary>The files with personal values that lie in the outbox: who holds them, which may go, and their removal by the holder.</summary>
/// <param name="store">Run store.</param>
/// <param name="outbox">Outbox.</param>
/// <param name="time">Clock.</param>
public sealed class PackDesk(IRunStore store, IOutbox outbox, TimeProvider time)
{
    private readonly TaskClaims claims = new(outbox);

    /// <summary>The files that are there, in order of their ids.</summary>
    public async IAsyncEnumerable<HeldPack> HeldAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            var handoff = TaskDesk.Read(document.Json);
            if (handoff.Form != Handoff.FilePack)
            {
                continue;
            }

            var file = await outbox.OpenFileAsync(handoff.Id, handoff.Extension ?? "csv", cancellationToken);
            if (file is null)
            {
                continue;
            }

            await file.DisposeAsync();
            yield return await HeldAsync(handoff, cancellationToken);
        }
    }

    /// <summary>Deletes the file of a pack and lays down what was deleted, for the journal.</summary>
    /// <param name="id">Pack.</param>
    /// <param name="by">Who deletes it.</param>
    /// <param name="anyway">True although rows of it are still to be uploaded; they are handed out again in time.</param>
    /// <param name="cancellationToken">Stops before the deletion.</param>
    /// <returns>What was deleted, or a sentence that says why not.</returns>
    public async Task<(PackRemoval? Removal, string? Problem)> DiscardAsync(string id, string by, bool anyway, CancellationToken cancellationToken)
    {
        var handoff = await store.FindDocumentAsync(Handoff.Kind, id, cancellationToken) is { } json ? TaskDesk.Read(json) : null;
        if (handoff is not { Form: Handoff.FilePack })
        {
            return (null, $"There is no pack '{id}'; 'bridge tasks' lists those that lie in the outbox.");
        }

        var extension = handoff.Extension ?? "csv";
        await using var file = await outbox.OpenFileAsync(id, extension, cancellationToken);
        if (file is null)
        {
            return (null, $"The file of pack '{id}' is not in the outbox any more.");
        }

        var held = await HeldAsync(handoff, cancellationToken);
        if (!held.MayBeDeleted && !anyway)
        {
            return (null, $"{held.Open} of {held.Steps} partners of pack '{id}' are not known to be uploaded; read the importer's answer with 'bridge import-result', or delete the file with --anyway: they are handed out again.");
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        var removal = new PackRemoval(id, handoff.FileName, hash, file.Length, by, time.GetUtcNow());
        await outbox.WriteAnswerAsync(PackRemoval.IdOf(id), JsonSerializer.SerializeToUtf8Bytes(removal, HandoffJson.Default.PackRemoval), cancellationToken);
        await outbox.RemoveFileAsync(id, extension, CancellationToken.None);
        return (removal, null);
    }

    /// <summary>Journals the removals that lie in the outbox.</summary>
    /// <param name="epoch">Ownership of the migration.</param>
    /// <param name="runId">Of one run alone; null for all.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    /// <returns>How many.</returns>
    public async Task<int> JournalRemovalsAsync(OwnerEpoch epoch, string? runId, CancellationToken cancellationToken)
    {
        var taken = new List<(string RunId, PackRemoval Removal)>();
        await foreach (var document in store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            var handoff = TaskDesk.Read(document.Json);
            if (handoff.Form == Handoff.FilePack
                && (runId is null || handoff.RunId == runId)
                && await outbox.FindAnswerAsync(PackRemoval.IdOf(handoff.Id), cancellationToken) is { } bytes
                && JsonSerializer.Deserialize(bytes, HandoffJson.Default.PackRemoval) is { } removal)
            {
                taken.Add((handoff.RunId, removal));
            }
        }

        foreach (var (run, removal) in taken)
        {
            var payload = new JsonObject { ["handoff"] = removal.Pack, ["removed"] = removal.File, ["sha256"] = removal.Sha256, ["by"] = removal.By };
            await store.AppendAsync(
                epoch,
                new JournalRecord(JournalKind.Decided, run, null, payload),
                [new StoreChange.SetDocument(PackRemoval.Kind, removal.Pack, JsonSerializer.Serialize(removal, HandoffJson.Default.PackRemoval))],
                cancellationToken);
            await outbox.RemoveAsync(PackRemoval.IdOf(removal.Pack), CancellationToken.None);
        }

        return taken.Count;
    }

    private async Task<HeldPack> HeldAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        var open = 0;
        foreach (var step in handoff.Steps)
        {
            var row = await store.FindStepAsync(handoff.RunId, step, cancellationToken);
            open += row is { State: StepState.Waiting } && row.HandoffId == handoff.Id && !WaitReasons.IsForPartner(row) ? 1 : 0;
        }

        return new HeldPack(handoff.Id, handoff.FileName, (await claims.FindAsync(handoff.Id, cancellationToken))?.Owner, handoff.Steps.Count, open);
    }
}
