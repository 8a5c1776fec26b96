using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Extraction;

/// <summary>Checkpoints in the run store: one per side, each change journaled with what it says.</summary>
/// <param name="store">Run store of the migration.</param>
/// <param name="epoch">Ownership under which extraction works.</param>
public sealed class RunStoreCheckpoints(IRunStore store, OwnerEpoch epoch) : IExtractionCheckpoints
{
    /// <inheritdoc />
    public async Task<ExtractionCheckpoint?> FindAsync(SnapshotSide side, CancellationToken cancellationToken)
    {
        if (await store.FindCheckpointAsync(KeyOf(side), cancellationToken) is not { } json)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, ExtractionJson.Default.ExtractionCheckpoint);
        }
        catch (JsonException)
        {
            // A later or earlier version wrote it. Its parts belong to no snapshot; reading begins anew.
            return null;
        }
    }

    /// <inheritdoc />
    /// <exception cref="EpochLostException">Somebody else owns the migration.</exception>
    public Task SaveAsync(ExtractionCheckpoint checkpoint, CancellationToken cancellationToken) =>
        AppendAsync(checkpoint, JsonSerializer.Serialize(checkpoint, ExtractionJson.Default.ExtractionCheckpoint), cancellationToken);

    /// <inheritdoc />
    /// <exception cref="EpochLostException">Somebody else owns the migration.</exception>
    public Task RemoveAsync(ExtractionCheckpoint checkpoint, CancellationToken cancellationToken) =>
        AppendAsync(checkpoint, null, cancellationToken);

    private async Task AppendAsync(ExtractionCheckpoint checkpoint, string? value, CancellationToken cancellationToken)
    {
        var payload = new JsonObject
        {
            ["snapshot"] = checkpoint.Origin.SnapshotId,
            ["records"] = checkpoint.Entities.Sum(entity => entity.Rows.Records),
            ["open"] = value is not null,
        };
        var change = new StoreChange.SetCheckpoint(KeyOf(checkpoint.Origin.Side), value);
        await store.AppendAsync(epoch, new JournalRecord(JournalKind.Checkpoint, null, null, payload), [change], cancellationToken);
    }

    private static string KeyOf(SnapshotSide side) => side == SnapshotSide.Source ? "extraction/source" : "extraction/target";
}
