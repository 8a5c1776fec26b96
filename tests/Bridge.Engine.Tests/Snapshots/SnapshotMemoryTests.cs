using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots;
using Bridge.Model.Links;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Snapshots;

public sealed class SnapshotMemoryTests
{
    private const int Count = 300_000;
    private const long Allowed = 64L * 1024 * 1024;

    [Fact]
    public async Task Writing_and_reading_300_000_links_keeps_memory_flat()
    {
        var folder = Directory.CreateTempSubdirectory("bridge-snapshot-");
        try
        {
            var store = new FolderStore(folder.FullName);
            await using var vault = new FakeVault();
            var writer = new SnapshotWriter(store, store, vault, new MigrationKeys("acme", "move"), SnapshotSide.Source, "s1", SnapshotLayout.Default);
            await using var links = await writer.OpenAsync(RecordCodecs.TrackingLink, null, default);
            var before = GC.GetTotalMemory(true);
            long highest = 0;
            foreach (var page in Pages())
            {
                await links.AddAsync(page, default);
                if (links.IsFull)
                {
                    await links.SealPartAsync(false, default);
                    highest = Math.Max(highest, GC.GetTotalMemory(true));
                }
            }

            await links.SealPartAsync(true, default);
            var manifest = await writer.SealAsync(SnapshotRig.Origin(), [links.Sealed], [], SnapshotRig.Noon, default);
            highest = Math.Max(highest, GC.GetTotalMemory(true));
            var snapshot = (await new SnapshotStore(store, new MigrationKeys("acme", "move")).OpenAsync(SnapshotSide.Source, "s1", default))!;
            long read = 0;
            await foreach (var record in snapshot.ReadAsync(RecordCodecs.TrackingLink, default))
            {
                if (++read % 50_000 == 0)
                {
                    highest = Math.Max(highest, GC.GetTotalMemory(true));
                    (await snapshot.ReadAtAsync(RecordCodecs.TrackingLink, record.Location, default)).Should().Be(record.Record);
                }
            }

            read.Should().Be(Count);
            manifest.Entities[0].Parts.Count.Should().BeGreaterThan(4);
            (highest - before).Should().BeLessThan(Allowed);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static IEnumerable<ReadPage<TrackingLink>> Pages()
    {
        var hash = SnapshotLinks.RawHash("row");
        for (var start = 0; start < Count; start += 1000)
        {
            // A step that shares no factor with the count visits every number once, far from key order.
            var reads = Enumerable.Range(start, 1000).Select(index => new Read<TrackingLink>(SnapshotLinks.Of((int)(index * 7919L % Count)), hash, []));
            yield return SnapshotLinks.PageOf(reads);
        }
    }

    /// <summary>Files in a folder, so that the store itself holds no memory.</summary>
    private sealed class FolderStore(string root) : IArtifactStore, IScratchSpace
    {
        public async Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
        {
            var path = Path.Combine(root, key.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using var stream = new FileStream(path, FileMode.CreateNew);
            await write(stream, cancellationToken);
        }

        public Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken)
        {
            var path = Path.Combine(root, key.Path);
            return Task.FromResult<Stream?>(File.Exists(path) ? File.OpenRead(path) : null);
        }

        public async IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield break;
        }

        public Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Stream Create() => new MemoryStream();
    }
}
