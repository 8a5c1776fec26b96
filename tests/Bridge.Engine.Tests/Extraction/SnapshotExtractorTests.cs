using Bridge.Engine.Artifacts;
using Bridge.Engine.Extraction;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Extraction;

public sealed class SnapshotExtractorTests
{
    [Fact]
    public async Task Reads_every_entity_of_the_rail_into_one_sealed_snapshot()
    {
        var rig = new ExtractionRig();

        var result = await rig.ExtractAsync();

        result.Failure.Should().BeNull();
        var manifest = result.Manifest!;
        manifest.SnapshotId.Should().Be("00000000000000000000000001");
        manifest.Program.Should().Be(rig.Program);
        manifest.NotListable.Should().Equal(EntityKind.Deal);
        result.NotOffered.Should().Equal(EntityKind.PromoCode);
        manifest.Entities.Select(entity => (entity.Entity, entity.Rows, entity.Records, Parts: entity.Parts.Count))
            .Should().Equal((EntityKind.Partner, 5, 5, 1), (EntityKind.TrackingLink, 30, 30, 4));
        (await rig.LinksAsync(manifest)).Should().Equal(Enumerable.Range(0, 30).Select(SnapshotLinks.Of));
        (await rig.VerifyAsync(manifest)).Problems.Should().BeEmpty();
        (await rig.Checkpoints.FindAsync(SnapshotSide.Source, default)).Should().BeNull();
    }

    [Fact]
    public async Task Tells_progress_after_each_page()
    {
        var rig = new ExtractionRig();

        await rig.ExtractAsync();

        rig.Told.Where(told => told.Entity == EntityKind.Partner).Select(told => (told.Pages, told.Records, told.Total, told.Complete))
            .Should().Equal((1, 1, 5, false), (2, 2, 5, false), (3, 3, 5, false), (4, 4, 5, false), (5, 5, 5, false), (5, 5, 5, true));
        rig.Told[^1].Should().Be(new ExtractionProgress(EntityKind.TrackingLink, 10, 30, null, true));
    }

    [Fact]
    public async Task Goes_on_behind_the_last_whole_page_after_an_error_of_the_rail()
    {
        var rig = new ExtractionRig();
        var plain = (await new ExtractionRig().ExtractAsync()).Manifest!;
        rig.TrackingLinks.BeforePage = page =>
        {
            if (page == 5)
            {
                throw ExtractionRig.Down();
            }
        };

        var failed = await rig.ExtractAsync();
        rig.TrackingLinks.BeforePage = null;
        var resumed = await rig.ExtractAsync();

        failed.Manifest.Should().BeNull();
        failed.Failure!.Kind.Should().Be(ExtractionFailureKind.Rail);
        (failed.Failure.Entity, failed.Failure.RailError, failed.Failure.RetryAfter)
            .Should().Be((EntityKind.TrackingLink, RailErrorKind.Unavailable, TimeSpan.FromSeconds(30)));
        failed.Failure.ToString().Should().Contain("links.list").And.Contain("503").And.Contain("goes on behind");
        failed.Entities.Select(entity => (entity.Entity, entity.Rows.Records, entity.Complete))
            .Should().Equal((EntityKind.Partner, 5, true), (EntityKind.TrackingLink, 15, false));
        rig.Partners.Scopes.Should().ContainSingle();
        rig.TrackingLinks.Scopes.Select(scope => scope.After).Should().Equal(null, "5");
        resumed.Resumed.Should().BeTrue();
        resumed.SnapshotId.Should().Be(failed.SnapshotId);
        resumed.Manifest!.Hash.Should().Be(plain.Hash);
        (await rig.LinksAsync(resumed.Manifest)).Should().Equal(Enumerable.Range(0, 30).Select(SnapshotLinks.Of));
    }

    [Fact]
    public async Task A_program_that_cannot_be_read_ends_with_a_clear_failure()
    {
        var rig = new ExtractionRig
        {
            ProgramFailure = new RailAuthenticationException(new RailErrorContext { Rail = "rakuten", Connection = "acme-rakuten", Operation = "program.read", Status = 401 }),
        };

        var result = await rig.ExtractAsync();

        result.SnapshotId.Should().BeNull();
        result.Failure!.RailError.Should().Be(RailErrorKind.Authentication);
        result.Failure.Remedy.Should().Contain("credentials");
        rig.Store.Paths.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancellation_stops_at_once_and_keeps_what_was_checkpointed()
    {
        var rig = new ExtractionRig();
        using var cancellation = new CancellationTokenSource();
        rig.TrackingLinks.BeforePage = page =>
        {
            if (page == 4)
            {
                cancellation.Cancel();
            }
        };

        var extract = () => rig.ExtractAsync(cancellationToken: cancellation.Token);
        await extract.Should().ThrowAsync<OperationCanceledException>();
        var checkpoint = await rig.Checkpoints.FindAsync(SnapshotSide.Source, default);
        var resumed = await rig.ExtractAsync();

        checkpoint!.Of(EntityKind.TrackingLink)!.Cursor.Should().Be("3");
        resumed.Manifest!.Hash.Should().Be((await new ExtractionRig().ExtractAsync()).Manifest!.Hash);
    }

    [Fact]
    public async Task Makes_the_vault_durable_before_the_parts_and_the_parts_before_the_checkpoint()
    {
        var rig = new ExtractionRig();
        var events = new List<string>();
        rig.Vault.Flushed = () => events.Add("vault");
        rig.Store.AfterPut = key => events.Add(key.Path[(key.Path.LastIndexOf('.') + 1)..]);
        rig.TrackingLinks.BeforePage = page =>
        {
            if (page == 3)
            {
                events.Add("checkpoint " + rig.Checkpoints.FindAsync(SnapshotSide.Source, default).GetAwaiter().GetResult()!.Of(EntityKind.TrackingLink)!.Rows.Records);
            }
        };

        await rig.ExtractAsync();

        events.Take(9).Should().Equal("vault", "seg", "fp", "raw", "vault", "seg", "fp", "raw", "checkpoint 9");
        events.TakeLast(2).Should().Equal("ndjson", "json");
    }

    [Fact]
    public async Task Closes_a_part_that_became_old_on_a_slow_rail()
    {
        var rig = new ExtractionRig { Options = new ExtractionOptions { PartAge = TimeSpan.FromMinutes(5) } };
        rig.TrackingLinks.BeforePage = _ => rig.Clock.Advance(TimeSpan.FromMinutes(2));

        var manifest = (await rig.ExtractAsync()).Manifest!;

        manifest.Of(EntityKind.TrackingLink)!.Parts.Select(part => part.Records).Should().Equal(9, 9, 9, 3);
    }

    [Fact]
    public async Task Tells_when_the_rail_names_another_total_than_was_read()
    {
        var rig = new ExtractionRig();
        rig.TrackingLinks.Change = page => page with { Total = 31 };

        var manifest = (await rig.ExtractAsync()).Manifest!;

        var findings = new List<Finding>();
        await foreach (var finding in (await rig.Snapshots.OpenAsync(SnapshotSide.Source, manifest.SnapshotId, default))!.ReadFindingsAsync(default))
        {
            findings.Add(finding);
        }

        findings.Should().ContainSingle().Which.Should().Match<Finding>(finding =>
            finding.Code == "BRG-SRC-012" && finding.Severity == Severity.Warning && finding.Message == "The rail says there are 31 links; 30 were read.");
    }

    [Fact]
    public async Task Reads_conversions_only_when_asked_and_up_to_the_start_of_the_extraction()
    {
        var conversions = new ScriptedReader<Model.Conversions.Conversion>(EntityKind.Conversion, []);
        var rig = new ExtractionRig { Conversions = conversions };
        await rig.ExtractAsync();
        conversions.Scopes.Should().BeEmpty();

        var from = SnapshotRig.Noon.AddDays(-30);
        var result = await rig.ExtractAsync(new ExtractionRequest { Side = SnapshotSide.Target, Conversions = true, From = from });

        result.Manifest!.Of(EntityKind.Conversion)!.Records.Should().Be(0);
        conversions.Scopes.Should().Equal(new ReadScope { From = from, Until = SnapshotRig.Noon });
    }

    [Fact]
    public async Task A_full_disk_stops_with_the_message_of_the_store_and_leaves_nothing_half_written()
    {
        var rig = new ExtractionRig();
        var writes = 0;
        rig.Store.BeforePut = key =>
        {
            if (++writes == 5)
            {
                throw new ArtifactStoreException(key, "there is no space left.", "Free some space and run again.", null);
            }
        };

        var extract = () => rig.ExtractAsync();
        (await extract.Should().ThrowAsync<ArtifactStoreException>()).Which.Message.Should().Contain("no space").And.Contain("Free some space");
        rig.Store.BeforePut = null;
        var resumed = await rig.ExtractAsync();

        resumed.Resumed.Should().BeTrue();
        resumed.Manifest!.Hash.Should().Be((await new ExtractionRig().ExtractAsync()).Manifest!.Hash);
    }

    [Fact]
    public async Task Begins_anew_when_a_sealed_part_was_changed_meanwhile()
    {
        var rig = new ExtractionRig();
        rig.TrackingLinks.BeforePage = page =>
        {
            if (page == 5)
            {
                throw ExtractionRig.Down();
            }
        };
        await rig.ExtractAsync();
        rig.TrackingLinks.BeforePage = null;
        rig.Store[rig.Store.Paths.First(path => path.EndsWith("links/part-00001.seg"))][30] ^= 1;

        var failed = await rig.ExtractAsync();
        var anew = await rig.ExtractAsync();

        failed.Failure!.Kind.Should().Be(ExtractionFailureKind.Corrupt);
        failed.Failure.Message.Should().Contain("links/part-00001.seg");
        anew.Resumed.Should().BeFalse();
        anew.SnapshotId.Should().NotBe(failed.SnapshotId);
        anew.Manifest!.Hash.Should().Be((await new ExtractionRig().ExtractAsync()).Manifest!.Hash);
    }

    [Theory]
    [InlineData("connector")]
    [InlineData("account")]
    [InlineData("scope")]
    [InlineData("asked")]
    public async Task Never_goes_on_into_a_snapshot_of_something_else(string changed)
    {
        var rig = new ExtractionRig();
        rig.TrackingLinks.BeforePage = _ => throw ExtractionRig.Down();
        var failed = await rig.ExtractAsync();
        rig.TrackingLinks.BeforePage = null;
        rig.ConnectorVersion = changed == "connector" ? "2" : "1";
        rig.Program = changed == "account" ? rig.Program with { AccountId = "99999" } : rig.Program;

        var anew = await rig.ExtractAsync(new ExtractionRequest
        {
            Side = SnapshotSide.Source,
            Conversions = changed == "scope",
            StartAnew = changed == "asked",
        });

        anew.Resumed.Should().BeFalse();
        anew.SnapshotId.Should().NotBe(failed.SnapshotId);
        rig.Partners.Scopes.Should().HaveCount(2);
        anew.Manifest!.Of(EntityKind.Partner)!.Records.Should().Be(5);
    }

    [Fact]
    public async Task The_reader_of_another_entity_is_refused()
    {
        var rig = new ExtractionRig { TrackingLinks = new ScriptedReader<TrackingLink>(EntityKind.PromoCode, []) };

        var result = await rig.ExtractAsync();

        result.Failure!.Kind.Should().Be(ExtractionFailureKind.Integrity);
        result.Failure.Message.Should().Contain("links").And.Contain("it reads codes");
    }
}
