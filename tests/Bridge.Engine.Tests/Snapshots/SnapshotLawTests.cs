using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>What holds for every extraction: neither order, cut nor restart shows in a snapshot.</summary>
public sealed class SnapshotLawTests
{
    private static readonly Gen<TrackingLink> Link =
        from key in Gen.Choose(0, 12)
        from destination in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 3)))
        from offset in Gen.Choose(-3, 3)
        select SnapshotLinks.Of($"k{key}", $"https://shop.example/{destination}", SnapshotRig.Noon.ToOffset(TimeSpan.FromHours(offset)));

    private static readonly Gen<Extraction> Case =
        from links in Link.ArrayOf()
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from pageSize in Gen.Choose(1, 6)
        from partRecords in Gen.Choose(1, 20)
        from blockBytes in Gen.Choose(1, 600)
        from restarts in Gen.Choose(0, 4)
        select new Extraction(links, seed, pageSize, partRecords, blockBytes, restarts);

    [Fact]
    public void Order_cut_restart_and_offsets_never_show() =>
        Prop.ForAll(Case.ToArbitrary(), extraction =>
        {
            var plain = Extract(new Extraction(extraction.Links, 0, 1000, 1000, 1 << 18, 0), shuffle: false);
            var cut = Extract(extraction, shuffle: true);
            cut.Manifest.Hash.Should().Be(plain.Manifest.Hash);
            cut.Manifest.FindingsHash.Should().Be(plain.Manifest.FindingsHash);
            cut.Compared.Should().Equal(plain.Compared);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Duplicates_and_conflicts_are_counted_as_a_plain_count_says() =>
        Prop.ForAll(Case.ToArbitrary(), extraction =>
        {
            var expected = extraction.Links.GroupBy(link => link.Id.Value).Select(rows =>
            {
                var kept = rows.Min(link => link.Destination)!;
                return (Same: rows.Count(link => link.Destination == kept) - 1, Other: rows.Count(link => link.Destination != kept));
            }).ToList();

            var entity = Extract(extraction, shuffle: true).Manifest.Of(EntityKind.TrackingLink)!;

            (entity.Rows, entity.Records, entity.Duplicates, entity.Conflicts).Should().Be(
                (extraction.Links.Length, expected.Count, expected.Sum(count => count.Same), expected.Sum(count => count.Other)));
            entity.Balanced().Should().BeTrue();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150));

    [Fact]
    public void Any_changed_content_changes_the_hash() =>
        Prop.ForAll(Case.ToArbitrary(), extraction =>
        {
            var before = Extract(extraction, shuffle: true).Manifest;
            var added = Extract(extraction with { Links = [.. extraction.Links, SnapshotLinks.Of("new")] }, shuffle: true).Manifest;
            added.Hash.Should().NotBe(before.Hash);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static (SnapshotManifest Manifest, List<string> Compared) Extract(Extraction extraction, bool shuffle) =>
        ExtractAsync(extraction, shuffle).GetAwaiter().GetResult();

    private static async Task<(SnapshotManifest Manifest, List<string> Compared)> ExtractAsync(Extraction extraction, bool shuffle)
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { PartRecords = extraction.PartRecords, BlockBytes = extraction.BlockBytes } };
        var random = new Random(extraction.Seed);
        var links = extraction.Links.ToArray();
        if (shuffle)
        {
            random.Shuffle(links);
        }

        var pages = links.Chunk(extraction.PageSize).ToList();
        var restarts = Enumerable.Range(0, extraction.Restarts).Select(_ => random.Next(pages.Count + 1)).ToList();
        EntityProgress? checkpoint = null;
        var writer = await rig.Writer().OpenAsync(rig.Codec, checkpoint, default);
        for (var index = 0; index < pages.Count; index++)
        {
            if (restarts.Remove(index))
            {
                writer = await rig.Writer().OpenAsync(rig.Codec, checkpoint, default);
                index = (int)writer.Sealed.Pages;
            }

            await writer.AddAsync(SnapshotLinks.Page(pages[index], $"{index + 1}"), default);
            if (writer.IsFull)
            {
                checkpoint = await writer.SealPartAsync(false, default);
            }
        }

        await writer.SealPartAsync(true, default);
        var manifest = await rig.Writer().SealAsync(SnapshotRig.Origin(), [writer.Sealed], [], SnapshotRig.Noon.AddHours(extraction.Seed % 5), default);
        (await rig.VerifyAsync()).Problems.Should().BeEmpty();
        var compared = (await rig.ReadAsync())
            .Select(record => Convert.ToHexString(RecordCodecs.TrackingLink.Compared(RecordCodecs.TrackingLink.Encode(record.Record))))
            .ToList();
        return (manifest, compared);
    }

    private sealed record Extraction(TrackingLink[] Links, int Seed, int PageSize, int PartRecords, int BlockBytes, int Restarts)
    {
        public override string ToString() =>
            $"seed {Seed}, pages of {PageSize}, parts of {PartRecords}, blocks of {BlockBytes}, {Restarts} restarts: " +
            string.Join(", ", Links.Select(link => $"{link.Id}>{link.Destination?[^1]}"));
    }
}
