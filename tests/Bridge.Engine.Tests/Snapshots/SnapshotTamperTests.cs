using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Tests.Snapshots;

public sealed class SnapshotTamperTests
{
    private const string Folder = "acme/move/snapshots/source/s1/";

    [Theory]
    [InlineData("links/part-00001.seg")]
    [InlineData("links/part-00001.fp")]
    [InlineData("links/part-00001.raw")]
    [InlineData("findings.ndjson")]
    [InlineData("manifest.json")]
    public async Task Names_the_file_in_which_any_one_byte_was_flipped(string file)
    {
        var rig = await SampleAsync();
        var intact = rig.Store[Folder + file];

        for (var index = 0; index < intact.Length; index++)
        {
            var changed = intact.ToArray();
            changed[index] ^= 0x20;
            rig.Store[Folder + file] = changed;

            (await ProblemsAsync(rig)).Should().Contain(problem => problem.StartsWith(Folder + file, StringComparison.Ordinal), "byte {0}", index);
        }
    }

    [Theory]
    [InlineData("links/part-00002.seg")]
    [InlineData("links/part-00002.fp")]
    [InlineData("findings.ndjson")]
    [InlineData("manifest.json")]
    public async Task Names_a_file_that_is_cut_off_or_empty(string file)
    {
        var rig = await SampleAsync();
        var intact = rig.Store[Folder + file];

        foreach (var length in new[] { 0, 1, intact.Length / 2, intact.Length - 1 })
        {
            rig.Store[Folder + file] = intact[..length];

            (await ProblemsAsync(rig)).Should().Contain(problem => problem.StartsWith(Folder + file, StringComparison.Ordinal), "length {0}", length);
        }
    }

    [Theory]
    [InlineData("links/part-00002.seg")]
    [InlineData("links/part-00002.fp")]
    [InlineData("findings.ndjson")]
    public async Task Names_a_file_that_is_missing(string file)
    {
        var rig = await SampleAsync();
        rig.Store.Remove(Folder + file);

        (await ProblemsAsync(rig)).Should().Contain(Folder + file + ", file: it is missing.");
    }

    [Fact]
    public async Task Counts_raw_pages_that_retention_removed_without_calling_them_a_problem()
    {
        var rig = await SampleAsync();
        rig.Store.Remove(Folder + "links/part-00001.raw");

        var verification = await rig.VerifyAsync();

        verification.Intact.Should().BeTrue();
        verification.RawFilesAbsent.Should().Be(1);
    }

    [Fact]
    public async Task Sees_a_part_that_was_replaced_by_a_whole_one_of_another_snapshot()
    {
        var rig = await SampleAsync();
        await rig.WriteAsync([SnapshotLinks.Page([SnapshotLinks.Of(1), SnapshotLinks.Of(8)])], "s2");
        rig.Store[Folder + "links/part-00001.seg"] = rig.Store["acme/move/snapshots/source/s2/links/part-00001.seg"];

        var read = async () => await rig.ReadAsync();

        (await read.Should().ThrowAsync<SnapshotCorruptException>()).Which.Message.Should().Contain("hash");
        (await ProblemsAsync(rig)).Should().Contain(problem => problem.StartsWith(Folder + "links/part-00001.seg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_stops_at_a_changed_block_and_names_it()
    {
        var rig = await SampleAsync();
        rig.Store[Folder + "links/part-00001.seg"][20] ^= 1;

        var read = async () => await rig.ReadAsync();

        var error = (await read.Should().ThrowAsync<SnapshotCorruptException>()).Which;
        error.Key.Path.Should().Be(Folder + "links/part-00001.seg");
        error.Place.Should().Be("block at byte 16");
    }

    [Fact]
    public async Task Refuses_a_record_layout_of_a_later_version()
    {
        var rig = new SnapshotRig { Codec = new FaultyCodec { SchemaVersion = 3 } };
        await using var links = await rig.Writer().OpenAsync(rig.Codec, null, default);
        await links.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(1)]), default);
        await links.SealPartAsync(true, default);

        var seal = () => rig.Writer().SealAsync(SnapshotRig.Origin(), [links.Sealed], [], SnapshotRig.Noon, default);

        (await seal.Should().ThrowAsync<SnapshotCorruptException>()).Which.Message.Should().Contain("layout 3 is later than 2");
    }

    [Fact]
    public async Task Shows_no_snapshot_without_a_manifest_and_finds_the_newest_whole_one()
    {
        var rig = new SnapshotRig();
        await rig.WriteAsync([SnapshotLinks.Page([SnapshotLinks.Of(1)])], "s1");
        await rig.WriteAsync([SnapshotLinks.Page([SnapshotLinks.Of(2)])], "s2");
        await rig.WriteAsync([SnapshotLinks.Page([SnapshotLinks.Of(3)])], "s3");
        rig.Store.Remove("acme/move/snapshots/source/s3/manifest.json");

        var ids = new List<string>();
        await foreach (var id in rig.Snapshots.ListAsync(SnapshotSide.Source, default))
        {
            ids.Add(id);
        }

        ids.Should().Equal("s1", "s2");
        (await rig.Snapshots.FindNewestAsync(SnapshotSide.Source, default))!.Manifest.SnapshotId.Should().Be("s2");
        (await rig.Snapshots.FindNewestAsync(SnapshotSide.Target, default)).Should().BeNull();
        (await rig.Snapshots.OpenAsync(SnapshotSide.Source, "s3", default)).Should().BeNull();
        (await rig.Snapshots.OpenAsync(SnapshotSide.Source, "../s1", default)).Should().BeNull();
    }

    private static async Task<SnapshotRig> SampleAsync()
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { PartRecords = 2, BlockBytes = 120 } };
        var raw = new Rails.Abstractions.Reading.RawPage("links.csv#1-2", "text/csv", "a,b\n"u8.ToArray());
        await rig.WriteAsync([SnapshotLinks.Page([SnapshotLinks.Of(1), SnapshotLinks.Of(2)], "2", raw), SnapshotLinks.Page([SnapshotLinks.Of(3), SnapshotLinks.Of("link-0000001", "https://other.example/")])]);
        return rig;
    }

    private static async Task<List<string>> ProblemsAsync(SnapshotRig rig)
    {
        try
        {
            return [.. (await rig.VerifyAsync()).Problems.Select(problem => problem.ToString())];
        }
        catch (SnapshotCorruptException error)
        {
            return [$"{error.Key}, {error.Place}: {error.Problem}"];
        }
    }
}
