using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Extraction;

public sealed class RunStoreCheckpointsTests
{
    private static readonly ExtractionCheckpoint Sample = new()
    {
        Origin = SnapshotRig.Origin(),
        Conversions = true,
        From = SnapshotRig.Noon.AddDays(-1),
        Entities =
        [
            new EntityProgress
            {
                Entity = EntityKind.TrackingLink,
                SchemaVersion = 1,
                Parts = [new SnapshotPart(1, 10, 200, "ab", 30) { FingerprintHash = "cd", RawHash = "ef", Findings = 2 }],
                Cursor = "links.csv@100",
                Pages = 3,
                Rows = new RowCounts(13, 10, 1, 1, 1),
                Total = 12,
                Findings = 2,
            },
        ],
    };

    [Fact]
    public async Task Keeps_a_checkpoint_as_it_is_until_it_is_removed()
    {
        var store = new InMemoryRunStore(new ManualTimeProvider());
        var checkpoints = new RunStoreCheckpoints(store, await store.TakeOwnershipAsync("test", default));

        await checkpoints.SaveAsync(Sample, default);
        var found = await checkpoints.FindAsync(SnapshotSide.Source, default);
        var other = await checkpoints.FindAsync(SnapshotSide.Target, default);
        await checkpoints.RemoveAsync(Sample, default);
        var removed = await checkpoints.FindAsync(SnapshotSide.Source, default);

        found.Should().Be(Sample);
        other.Should().BeNull();
        removed.Should().BeNull();
    }

    [Fact]
    public async Task A_checkpoint_of_another_version_counts_as_none()
    {
        var store = new InMemoryRunStore(new ManualTimeProvider());
        var epoch = await store.TakeOwnershipAsync("test", default);
        var record = new JournalRecord(JournalKind.Checkpoint, null, null, []);
        await store.AppendAsync(epoch, record, [new StoreChange.SetCheckpoint("extraction/source", """{"later":true}""")], default);

        (await new RunStoreCheckpoints(store, epoch).FindAsync(SnapshotSide.Source, default)).Should().BeNull();
    }

    [Fact]
    public async Task A_process_that_lost_the_migration_cannot_checkpoint()
    {
        var store = new InMemoryRunStore(new ManualTimeProvider());
        var epoch = await store.TakeOwnershipAsync("old", default);
        var old = new RunStoreCheckpoints(store, epoch);
        await store.ReleaseOwnershipAsync(epoch, default);
        await store.Reopen().TakeOwnershipAsync("new", default);

        var save = () => old.SaveAsync(Sample, default);

        await save.Should().ThrowAsync<EpochLostException>();
    }
}
