using Bridge.Engine.Artifacts;
using Bridge.Engine.Extraction;
using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;
using Bridge.Simulation.Rakuten;
using Bridge.Testing;
using Bridge.Testing.Stores;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenSnapshotTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(2026)]
    public async Task A_sealed_snapshot_balances_as_the_truth_of_the_pack_does(int seed)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = seed });
        using var folder = new RakutenFolder().Write(pack);

        var manifest = await ExtractAsync(folder);

        manifest.Entities.Should().OnlyContain(entity => entity.Balanced());
        var contradictory = pack.Truth.Publishers.Count(publisher => publisher.AlsoListedAsRemoved);
        Sum(manifest, EntityKind.Partner).Should().Be(Truth(pack, "publishers-", 400, contradictory));
        Sum(manifest, EntityKind.Contract).Should().Be(Truth(pack, "offer-assignments", 460, 0));
        Sum(manifest, EntityKind.TrackingLink).Should().Be(Truth(pack, "links", 1200, 0));
        Sum(manifest, EntityKind.PromoCode).Should().Be(Truth(pack, "codes", 150, 0));
        manifest.Of(EntityKind.PartnerGroup)!.Records.Should().Be(pack.Truth.Publishers.Select(publisher => publisher.Group).OfType<string>().Distinct().Count());
        manifest.Of(EntityKind.Conversion)!.Records.Should().Be(pack.ReportRows.Count(row => row.OrderId is not null));
        manifest.Of(EntityKind.Conversion)!.Rows.Should().Be(pack.Truth.Files.Where(file => file.Name.StartsWith("custom-report", StringComparison.Ordinal)).Sum(file => file.Rows));
    }

    [Fact]
    public async Task The_same_export_gives_the_same_snapshot_hash()
    {
        using var folder = new RakutenFolder().Write(RakutenPack.Create(new RakutenPackOptions { Publishers = 60, Contracts = 60, Links = 120, Codes = 20, Orders = 60 }));

        var first = await ExtractAsync(folder);
        folder.Time.Advance(TimeSpan.FromHours(1));
        var second = await ExtractAsync(folder);

        second.Hash.Should().Be(first.Hash);
    }

    private static async Task<SnapshotManifest> ExtractAsync(RakutenFolder folder)
    {
        await using var rail = folder.Open();
        await using var runs = new InMemoryRunStore(folder.Time);
        var epoch = await runs.TakeOwnershipAsync("test", CancellationToken.None);
        var extractor = new SnapshotExtractor(
            new InMemoryArtifactStore(),
            new MemoryScratch(),
            folder.Personal,
            new MigrationKeys("acme", "rakuten-to-impact"),
            new RunStoreCheckpoints(runs, epoch),
            new SequentialIds(),
            folder.Time,
            ExtractionOptions.Default,
            NullLogger<SnapshotExtractor>.Instance);

        var result = await extractor.ExtractAsync(
            RailReaders.Of(rail), new ExtractionRequest { Side = SnapshotSide.Source, Conversions = true }, null, CancellationToken.None);

        result.Failure.Should().BeNull();
        return result.Manifest!;
    }

    private static (long Rows, long Records, long Totals, long Duplicates, long Conflicts, long Unreadable) Sum(SnapshotManifest manifest, EntityKind kind)
    {
        var entity = manifest.Of(kind)!;
        return (entity.Rows, entity.Records, entity.Totals, entity.Duplicates, entity.Conflicts, entity.Unreadable);
    }

    private static (long Rows, long Records, long Totals, long Duplicates, long Conflicts, long Unreadable) Truth(RakutenPack pack, string prefix, long records, long conflicts)
    {
        var files = pack.Truth.Files.Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return (files.Sum(file => file.Rows), records, files.Sum(file => file.Totals), files.Sum(file => file.Duplicates), conflicts, files.Sum(file => file.Unreadable));
    }

    private sealed class MemoryScratch : IScratchSpace
    {
        public Stream Create() => new MemoryStream();
    }
}
