using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>One record is lost, doubled or misfiled on the way into a snapshot; each time the extraction fails and names it.</summary>
public sealed class SnapshotIntegrityTests
{
    [Fact]
    public async Task Names_a_record_that_the_part_lost()
    {
        var rig = new SnapshotRig();
        rig.Store.Rewrite = FaultyPart((key, _) => key == "link-0000002" ? [] : [key]);

        await FailsNamingAsync(rig, "link-0000002", "lost: 'link-0000002'");
    }

    [Fact]
    public async Task Names_a_record_that_the_part_doubled()
    {
        var rig = new SnapshotRig();
        rig.Store.Rewrite = FaultyPart((key, _) => key == "link-0000002" ? [key, key] : [key]);

        await FailsNamingAsync(rig, "link-0000002", "doubled or foreign: 'link-0000002'");
    }

    [Fact]
    public async Task Names_a_record_that_the_part_filed_under_another_key()
    {
        var rig = new SnapshotRig();
        rig.Store.Rewrite = FaultyPart((key, _) => key == "link-0000002" ? ["link-0000009"] : [key]);

        await FailsNamingAsync(rig, "link-0000002", "lost: 'link-0000002'; doubled or foreign: 'link-0000009'; misfiled: 'link-0000009' holds 'link-0000002'");
    }

    [Fact]
    public async Task Names_a_record_that_the_codec_wrote_as_another()
    {
        var rig = new SnapshotRig { Codec = new FaultyCodec { Fault = link => link.Id.Value == "link-0000002" ? SnapshotLinks.Of(3) : link } };

        await FailsNamingAsync(rig, "link-0000002", "misfiled: 'link-0000002' holds 'link-0000003'");
    }

    [Fact]
    public async Task Names_the_page_of_which_the_reader_lost_a_record()
    {
        var page = SnapshotLinks.Page([SnapshotLinks.Of(1), SnapshotLinks.Of(3)], null, new RawPage("links.csv#1-3", "text/csv", new byte[1]));

        await PageFailsAsync(page with { Rows = new RowCounts(3, 3, 0, 0, 0) }, null, "page 1 (links.csv#1-3): it counts 3 records and holds 2, from 'link-0000001' to 'link-0000003'.");
    }

    [Fact]
    public async Task Names_the_record_that_the_reader_gave_twice()
    {
        var page = SnapshotLinks.Page([SnapshotLinks.Of(1), SnapshotLinks.Of(2), SnapshotLinks.Of(2)]);

        await PageFailsAsync(page with { Rows = new RowCounts(2, 2, 0, 0, 0) }, "link-0000002", "'link-0000002' is there twice");
    }

    [Fact]
    public async Task Names_the_page_whose_rows_do_not_balance()
    {
        var page = SnapshotLinks.Page([SnapshotLinks.Of(1)]);

        await PageFailsAsync(page with { Rows = new RowCounts(3, 1, 1, 0, 0) }, null, "3 rows = 1 records + 1 totals + 0 duplicates + 0 unreadable does not balance");
    }

    [Fact]
    public async Task Refuses_a_record_without_key()
    {
        await PageFailsAsync(SnapshotLinks.Page([SnapshotLinks.Of("")]), "", "empty key");
        await PageFailsAsync(SnapshotLinks.Page([SnapshotLinks.Of("x\ud800")]), "x\ud800", "no valid Unicode");
    }

    [Fact]
    public async Task Sealing_names_the_entity_whose_parts_do_not_hold_what_was_read()
    {
        var rig = new SnapshotRig();
        await using var links = await rig.Writer().OpenAsync(rig.Codec, null, default);
        await links.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(1)]), default);
        await links.SealPartAsync(true, default);
        var progress = links.Sealed with { Rows = new RowCounts(2, 2, 0, 0, 0) };

        var seal = () => rig.Writer().SealAsync(SnapshotRig.Origin(), [progress], [], SnapshotRig.Noon, default);

        var error = (await seal.Should().ThrowAsync<SnapshotIntegrityException>()).Which;
        error.Entity.Should().Be(EntityKind.TrackingLink);
        error.Message.Should().Contain("the parts hold 1 records");
    }

    [Fact]
    public async Task Verification_names_a_record_that_was_misfiled_after_sealing()
    {
        var rig = new SnapshotRig();
        await rig.WriteAsync(SnapshotLinks.Of(1), SnapshotLinks.Of(2), SnapshotLinks.Of(3));
        var path = rig.Store.Paths.Single(name => name.EndsWith(".seg"));
        rig.Store[path] = FaultyPart((key, _) => key == "link-0000002" ? ["link-0000002x"] : [key])(ArtifactKey.Parse(path), rig.Store[path]);

        var problems = (await rig.VerifyAsync()).Problems.Select(problem => problem.ToString()).ToList();
        var read = async () => await rig.ReadAsync();

        problems.Should().Contain(problem => problem.Contains("record 'link-0000002x': it holds the record 'link-0000002'."));
        (await read.Should().ThrowAsync<SnapshotCorruptException>()).Which.Message.Should().Contain("link-0000002x");
    }

    private static async Task FailsNamingAsync(SnapshotRig rig, string record, string text)
    {
        var write = () => rig.WriteAsync(SnapshotLinks.Of(1), SnapshotLinks.Of(2), SnapshotLinks.Of(3));

        var error = (await write.Should().ThrowAsync<SnapshotIntegrityException>()).Which;

        error.Entity.Should().Be(EntityKind.TrackingLink);
        error.Record.Should().Be(record);
        error.Message.Should().Contain(text).And.Contain("part-00001.seg");
        rig.Store.Paths.Should().NotContain(path => path.EndsWith("manifest.json"));
    }

    private static async Task PageFailsAsync(ReadPage<TrackingLink> page, string? record, string text)
    {
        var rig = new SnapshotRig();
        var write = () => rig.WriteAsync([page]);

        var error = (await write.Should().ThrowAsync<SnapshotIntegrityException>()).Which;

        error.Record.Should().Be(record);
        error.Message.Should().Contain("links").And.Contain(text);
        rig.Store.Paths.Should().BeEmpty();
    }

    /// <summary>A writer of parts with a fault: well-formed files, checksums and all, whose records went astray.</summary>
    private static Func<ArtifactKey, byte[], byte[]> FaultyPart(Func<string, byte[], string[]> keysFor) => (key, bytes) =>
        key.Path.EndsWith(".seg", StringComparison.Ordinal) ? RewriteAsync(bytes, keysFor).GetAwaiter().GetResult() : bytes;

    private static async Task<byte[]> RewriteAsync(byte[] bytes, Func<string, byte[], string[]> keysFor)
    {
        var store = new MemoryStore { ["part"] = bytes };
        var reader = await SegmentReader.OpenAsync(store, ArtifactKey.Parse("part"), default);
        await using var cursor = new SegmentCursor(reader, reader.Footer.Records, 1);
        var records = new RunBuffer(new ChunkPool());
        while (await cursor.MoveNextAsync(default))
        {
            var record = cursor.Current.Record.ToArray();
            foreach (var key in keysFor(System.Text.Encoding.UTF8.GetString(cursor.Current.Key), record))
            {
                records.Add(System.Text.Encoding.UTF8.GetBytes(key), cursor.Current.RawHash, record);
            }
        }

        records.Sort();
        using var stream = new MemoryStream();
        using var output = new DigestWriter(stream);
        await SegmentWriter.WriteAsync(output, EntityKind.TrackingLink, 1, records, new RunBuffer(new ChunkPool()), 1 << 18, default);
        return stream.ToArray();
    }
}
