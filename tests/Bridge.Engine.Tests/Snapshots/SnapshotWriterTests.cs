using System.Text;
using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Snapshots;

public sealed class SnapshotWriterTests
{
    [Fact]
    public async Task Streams_the_records_of_all_parts_in_key_order_each_once()
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { PartRecords = 3, BlockBytes = 200 } };
        int[] order = [7, 2, 9, 1, 8, 3, 6, 4, 5, 2];

        var manifest = await rig.WriteAsync(order.Chunk(2).Select(page => SnapshotLinks.Page(page.Select(SnapshotLinks.Of))));

        var entity = manifest.Of(EntityKind.TrackingLink)!;
        entity.Parts.Should().HaveCount(3);
        entity.Parts.Sum(part => part.Records).Should().Be(10);
        (entity.Rows, entity.Records, entity.Duplicates, entity.Conflicts).Should().Be((10, 9, 1, 0));
        var read = await rig.ReadAsync();
        read.Select(record => record.Record).Should().Equal(Enumerable.Range(1, 9).Select(SnapshotLinks.Of));
        read.Select(record => record.RawHash).Should().Equal(Enumerable.Range(1, 9).Select(number => SnapshotLinks.Read(SnapshotLinks.Of(number)).RawHash));
        (await rig.VerifyAsync()).Should().BeEquivalentTo(new SnapshotVerification([], 10, 9, 0));
    }

    [Fact]
    public async Task Keeps_one_of_two_contradicting_rows_whatever_their_order_and_excludes_the_key()
    {
        var good = SnapshotLinks.Of("a", "https://shop.example/1");
        var other = SnapshotLinks.Of("a", "https://shop.example/2");
        var forward = new SnapshotRig();
        var backward = new SnapshotRig();

        var manifest = await forward.WriteAsync(good, other, other, SnapshotLinks.Of("b"));
        var same = await backward.WriteAsync(other, SnapshotLinks.Of("b"), other, good);

        same.Hash.Should().Be(manifest.Hash);
        var entity = manifest.Of(EntityKind.TrackingLink)!;
        (entity.Rows, entity.Records, entity.Duplicates, entity.Conflicts).Should().Be((4, 2, 0, 2));
        (await forward.ReadAsync()).Select(record => record.Record).Should().Equal(good, SnapshotLinks.Of("b"));
        (await backward.ReadAsync()).Select(record => record.Record).Should().Equal(good, SnapshotLinks.Of("b"));
        var finding = (await forward.FindingsAsync()).Should().ContainSingle().Subject;
        finding.Code.Should().Be("BRG-SRC-010");
        finding.Severity.Should().Be(Severity.Excluding);
        (finding.Entity, finding.Subject).Should().Be((EntityKind.TrackingLink, "a"));
        finding.Message.Should().Contain("3 rows").And.Contain(SnapshotLinks.Read(good).RawHash).And.Contain(SnapshotLinks.Read(other).RawHash);
        (await backward.FindingsAsync()).Should().Equal(finding);
    }

    [Fact]
    public async Task Reads_a_record_again_by_its_location()
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { PartRecords = 7, BlockBytes = 300 } };
        await rig.WriteAsync(Enumerable.Range(0, 40).Reverse().Chunk(4).Select(page => SnapshotLinks.Page(page.Select(SnapshotLinks.Of))));
        var snapshot = await rig.OpenAsync();

        foreach (var record in await rig.ReadAsync())
        {
            (await snapshot.ReadAtAsync(RecordCodecs.TrackingLink, record.Location, default)).Should().Be(record.Record);
        }

        var foreign = async () => await snapshot.ReadAtAsync(RecordCodecs.TrackingLink, new RecordLocation(1, 1_000_000, 10), default);
        await foreign.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task Gives_a_record_larger_than_a_block_a_block_of_its_own()
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { BlockBytes = 512 } };
        var large = SnapshotLinks.Of("m", "https://shop.example/" + new string('x', 5000));

        await rig.WriteAsync(SnapshotLinks.Of("a"), large, SnapshotLinks.Of("z"));

        var read = await rig.ReadAsync();
        read.Select(record => record.Record).Should().Equal(SnapshotLinks.Of("a"), large, SnapshotLinks.Of("z"));
        (await (await rig.OpenAsync()).ReadAtAsync(RecordCodecs.TrackingLink, read[1].Location, default)).Should().Be(large);
        (await rig.VerifyAsync()).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Keeps_raw_pages_sealed_and_gives_them_back_with_the_vault()
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { PartRecords = 1 } };
        var first = new RawPage("links.csv#1-1", "text/csv", Encoding.UTF8.GetBytes("one,Jane Doe"));
        var second = new RawPage("links.csv#2-2", "text/csv", Encoding.UTF8.GetBytes("two,John Doe"));

        await rig.WriteAsync([SnapshotLinks.Page([SnapshotLinks.Of(1)], "2", first), SnapshotLinks.Page([SnapshotLinks.Of(2)], null, second)]);

        var pages = new List<RawPage>();
        await foreach (var page in (await rig.OpenAsync()).ReadRawAsync(EntityKind.TrackingLink, rig.Vault, default))
        {
            pages.Add(page);
        }

        pages.Select(page => (page.Name, page.ContentType, Encoding.UTF8.GetString(page.Bytes.Span)))
            .Should().Equal(("links.csv#1-1", "text/csv", "one,Jane Doe"), ("links.csv#2-2", "text/csv", "two,John Doe"));
        rig.Store.Paths.Should().NotContain(path => Encoding.Latin1.GetString(rig.Store[path]).Contains("Doe"));
        rig.Vault.Flushes.Should().Be(2);
    }

    [Fact]
    public async Task Tells_losses_of_reading_and_findings_of_pages()
    {
        var rig = new SnapshotRig();
        var loss = new Loss { Code = "SubIdTooLong", Fidelity = Fidelity.Degraded, Path = "subIds[0]", Message = "Cut to 50 characters." };
        var finding = new Finding { Code = "BRG-SRC-001", Severity = Severity.Warning, Place = "links.csv:3", Message = "A row has 3 cells.", Remedy = "Correct the row." };
        var page = SnapshotLinks.PageOf([SnapshotLinks.Read(SnapshotLinks.Of("a"), loss)]) with { Rows = new RowCounts(3, 1, 1, 0, 1), Findings = [finding] };

        var manifest = await rig.WriteAsync([page]);

        var entity = manifest.Of(EntityKind.TrackingLink)!;
        (entity.Rows, entity.Records, entity.Totals, entity.Unreadable).Should().Be((3, 1, 1, 1));
        manifest.Findings.Should().Be(2);
        var findings = await rig.FindingsAsync();
        findings.Should().Contain(finding);
        findings.Should().ContainSingle(told => told.Code == "BRG-SRC-011" && told.Subject == "a" && told.Place == "subIds[0]" && told.Severity == Severity.Warning);
    }

    [Fact]
    public async Task Continues_behind_sealed_parts_and_leaves_forgotten_files_alone()
    {
        var rig = new SnapshotRig { Layout = new SnapshotLayout { PartRecords = 1 } };
        await using var links = await rig.Writer().OpenAsync(rig.Codec, null, default);
        await links.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(2)], "a"), default);
        var checkpoint = await links.SealPartAsync(false, default);
        await links.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(1)], "b"), default);
        await links.SealPartAsync(false, default);

        await using var again = await rig.Writer().OpenAsync(rig.Codec, checkpoint, default);
        await again.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(1)], "b"), default);
        await again.SealPartAsync(true, default);
        var manifest = await rig.Writer().SealAsync(SnapshotRig.Origin(), [again.Sealed], [EntityKind.Deal], SnapshotRig.Noon, default);

        checkpoint.Cursor.Should().Be("a");
        manifest.Of(EntityKind.TrackingLink)!.Parts.Select(part => part.Number).Should().Equal(1, 3);
        manifest.NotListable.Should().Equal(EntityKind.Deal);
        (await rig.ReadAsync()).Select(record => record.Record).Should().Equal(SnapshotLinks.Of(1), SnapshotLinks.Of(2));
        (await rig.VerifyAsync()).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Seals_again_after_an_interruption_between_findings_and_manifest()
    {
        var rig = new SnapshotRig();
        rig.Store.BeforePut = key =>
        {
            if (key.Path.EndsWith("manifest.json", StringComparison.Ordinal))
            {
                throw new OperationCanceledException();
            }
        };
        await using var links = await rig.Writer().OpenAsync(rig.Codec, null, default);
        await links.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(1), SnapshotLinks.Of("link-0000001", "https://other.example/")]), default);
        await links.SealPartAsync(true, default);
        var seal = () => rig.Writer().SealAsync(SnapshotRig.Origin(), [links.Sealed], [], SnapshotRig.Noon, default);
        await seal.Should().ThrowAsync<OperationCanceledException>();
        (await rig.Snapshots.FindNewestAsync(Artifacts.SnapshotSide.Source, default)).Should().BeNull();

        rig.Store.BeforePut = null;
        var manifest = await seal();
        var repeated = await seal();

        manifest.Findings.Should().Be(1);
        repeated.Should().Be(manifest);
    }

    [Fact]
    public async Task Refuses_to_seal_what_was_not_read_to_the_end()
    {
        var rig = new SnapshotRig();
        await using var links = await rig.Writer().OpenAsync(rig.Codec, null, default);
        await links.AddAsync(SnapshotLinks.Page([SnapshotLinks.Of(1)], "more"), default);
        await links.SealPartAsync(false, default);

        var seal = () => rig.Writer().SealAsync(SnapshotRig.Origin(), [links.Sealed], [], SnapshotRig.Noon, default);

        (await seal.Should().ThrowAsync<SnapshotIntegrityException>()).Which.Message.Should().Contain("links").And.Contain("last page");
        rig.Store.Paths.Should().NotContain(path => path.EndsWith("manifest.json") || path.EndsWith("findings.ndjson"));
    }

    [Fact]
    public async Task Seals_an_entity_without_records()
    {
        var rig = new SnapshotRig();

        var manifest = await rig.WriteAsync([]);

        manifest.Of(EntityKind.TrackingLink)!.Records.Should().Be(0);
        (await rig.ReadAsync()).Should().BeEmpty();
        (await rig.VerifyAsync()).Problems.Should().BeEmpty();
    }
}
