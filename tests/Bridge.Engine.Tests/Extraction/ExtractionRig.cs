using System.Globalization;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Testing;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Engine.Tests.Extraction;

/// <summary>An extraction of a scripted rail into memory that a test can interrupt and start again.</summary>
internal sealed class ExtractionRig : IProgramReader
{
    private readonly SequentialIds ids = new();
    private readonly OwnerEpoch epoch;

    public ExtractionRig()
    {
        Runs = new InMemoryRunStore(Clock);
        epoch = Runs.TakeOwnershipAsync("test", default).GetAwaiter().GetResult();
        Partners = new ScriptedReader<Partner>(EntityKind.Partner, [.. Enumerable.Range(0, 5).Reverse().Select(PartnerPage)]);
        TrackingLinks = new ScriptedReader<TrackingLink>(
            EntityKind.TrackingLink, [.. Enumerable.Range(0, 30).Reverse().Chunk(3).Select(page => SnapshotLinks.Page(page.Select(SnapshotLinks.Of)))]);
    }

    public MemoryStore Store { get; } = new();

    public FakeVault Vault { get; } = new();

    public ManualTimeProvider Clock { get; } = new(SnapshotRig.Noon);

    public InMemoryRunStore Runs { get; }

    public MigrationKeys Keys { get; } = new("acme", "move");

    public ScriptedReader<Partner> Partners { get; }

    public ScriptedReader<TrackingLink> TrackingLinks { get; init; }

    public ScriptedReader<Conversion>? Conversions { get; init; }

    public ExtractionOptions Options { get; init; } = new() { Layout = new SnapshotLayout { PartRecords = 7 } };

    public Program Program { get; set; } = SnapshotRig.Origin().Program;

    public string ConnectorVersion { get; set; } = "1";

    public Exception? ProgramFailure { get; set; }

    public List<ExtractionProgress> Told { get; } = [];

    public IExtractionCheckpoints Checkpoints => new RunStoreCheckpoints(Runs, epoch);

    public SnapshotStore Snapshots => new(Store, Keys);

    public static RailUnavailableException Down() =>
        new(new RailErrorContext { Rail = "rakuten", Connection = "acme-rakuten", Operation = "links.list", Status = 503, RetryAfter = TimeSpan.FromSeconds(30) });

    public Task<Program> ReadProgramAsync(CancellationToken cancellationToken) =>
        ProgramFailure is { } failure ? Task.FromException<Program>(failure) : Task.FromResult(Program);

    public RailReaders Readers() => new()
    {
        Descriptor = new RailDescriptor
        {
            Id = "rakuten",
            DisplayName = "Rakuten Advertising",
            ConnectorVersion = ConnectorVersion,
            Capabilities = new RailCapabilities
            {
                Entities = [
                    new EntityCapability(EntityKind.Partner, EntityAccess.Read, "Export."),
                    new EntityCapability(EntityKind.TrackingLink, EntityAccess.Read, "Export."),
                    new EntityCapability(EntityKind.Deal, EntityAccess.Write, "No list."),
                    new EntityCapability(EntityKind.PromoCode, EntityAccess.Read, "Export."),
                ],
                Terms = new TermExpressiveness { Kinds = ["percentOfSale"] },
            },
            Settings = [],
        },
        Connection = "acme-rakuten",
        Program = this,
        Partners = Partners,
        Links = TrackingLinks,
        Conversions = Conversions,
    };

    public Task<ExtractionResult> ExtractAsync(ExtractionRequest? request = null, CancellationToken cancellationToken = default)
    {
        var extractor = new SnapshotExtractor(
            Store, Store, Vault, Keys, Checkpoints, ids, Clock, Options, NullLogger<SnapshotExtractor>.Instance);
        return extractor.ExtractAsync(Readers(), request ?? new ExtractionRequest { Side = SnapshotSide.Source }, new Listener(Told), cancellationToken);
    }

    public async Task<List<TrackingLink>> LinksAsync(SnapshotManifest manifest)
    {
        var snapshot = await Snapshots.OpenAsync(manifest.Side, manifest.SnapshotId, default);
        var links = new List<TrackingLink>();
        await foreach (var record in snapshot!.ReadAsync(RecordCodecs.TrackingLink, default))
        {
            links.Add(record.Record);
        }

        return links;
    }

    public async Task<SnapshotVerification> VerifyAsync(SnapshotManifest manifest) =>
        await Snapshots.VerifyAsync((await Snapshots.OpenAsync(manifest.Side, manifest.SnapshotId, default))!, default);

    private static ReadPage<Partner> PartnerPage(int number)
    {
        var partner = new Partner { Id = new PartnerId(number.ToString(CultureInfo.InvariantCulture)), Name = $"Publisher {number}", Status = PartnerStatus.Active };
        var raw = new RawPage($"partners.csv#{number}", "text/csv", new byte[] { 1, 2, 3 });
        return new ReadPage<Partner>
        {
            Records = [new Read<Partner>(partner, SnapshotLinks.RawHash(partner.Name), [])],
            Rows = new RowCounts(1, 1, 0, 0, 0),
            Raw = raw,
            Total = 5,
        };
    }

    private sealed class Listener(List<ExtractionProgress> told) : IProgress<ExtractionProgress>
    {
        public void Report(ExtractionProgress value) => told.Add(value);
    }
}
