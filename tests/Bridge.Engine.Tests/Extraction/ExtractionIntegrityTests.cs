using Bridge.Engine.Extraction;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Extraction;

/// <summary>A reader that breaks the law of rows or pages fails the extraction; the message names entity, page and record.</summary>
public sealed class ExtractionIntegrityTests
{
    [Fact]
    public Task A_lost_record_fails_the_extraction() =>
        FailsAsync(page => page with { Records = [.. page.Records.Skip(1)] }, null, "page 1: it counts 3 records and holds 2");

    [Fact]
    public Task A_doubled_record_fails_the_extraction_and_is_named() =>
        FailsAsync(page => page with { Records = [page.Records[0], .. page.Records] }, "link-0000029", "'link-0000029' is there twice");

    [Fact]
    public Task Rows_that_do_not_balance_fail_the_extraction() =>
        FailsAsync(page => page with { Rows = page.Rows with { Rows = 4 } }, null, "4 rows = 3 records + 0 totals + 0 duplicates + 0 unreadable");

    [Fact]
    public Task A_repeated_cursor_fails_the_extraction() =>
        FailsAsync(page => page with { Cursor = "1" }, null, "page 2: it repeats the cursor");

    [Fact]
    public Task A_page_behind_the_last_one_fails_the_extraction() =>
        FailsAsync(page => page with { Cursor = null }, null, "page 2: it came behind the page that said it was the last");

    [Fact]
    public async Task A_record_that_cannot_be_written_is_named()
    {
        var rig = new ExtractionRig
        {
            TrackingLinks = new ScriptedReader<TrackingLink>(EntityKind.TrackingLink, [SnapshotLinks.Page([SnapshotLinks.Of(1) with { Kind = (LinkKind)(-1) }])]),
        };

        var result = await rig.ExtractAsync();

        result.Failure!.Record.Should().Be("link-0000001");
        result.Failure.Message.Should().Contain("record 'link-0000001' cannot be written");
    }

    private static async Task FailsAsync(Func<ReadPage<TrackingLink>, ReadPage<TrackingLink>> change, string? record, string text)
    {
        var rig = new ExtractionRig();
        rig.TrackingLinks.Change = change;

        var result = await rig.ExtractAsync();
        rig.TrackingLinks.Change = page => page;
        var again = await rig.ExtractAsync();

        result.Manifest.Should().BeNull();
        result.Failure!.Kind.Should().Be(ExtractionFailureKind.Integrity);
        (result.Failure.Entity, result.Failure.Record).Should().Be((EntityKind.TrackingLink, record));
        result.Failure.Message.Should().Contain("links").And.Contain(text);
        again.Resumed.Should().BeTrue();
        again.Manifest!.Hash.Should().Be((await new ExtractionRig().ExtractAsync()).Manifest!.Hash);
        rig.Store.Paths.Count(path => path.EndsWith("manifest.json")).Should().Be(1);
    }
}
