using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Programs;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>Writes snapshots of links into memory and reads them back.</summary>
internal sealed class SnapshotRig
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public MemoryStore Store { get; } = new();

    public FakeVault Vault { get; } = new();

    public MigrationKeys Keys { get; } = new("acme", "move");

    public SnapshotLayout Layout { get; init; } = SnapshotLayout.Default;

    public IRecordCodec<TrackingLink> Codec { get; init; } = RecordCodecs.TrackingLink;

    public SnapshotStore Snapshots => new(Store, Keys);

    public static SnapshotOrigin Origin(string id = "s1") => new()
    {
        SnapshotId = id,
        Side = SnapshotSide.Source,
        Connection = "acme-rakuten",
        Rail = "rakuten",
        ConnectorVersion = "1",
        Program = new Program { Id = new ProgramId("p"), AccountId = "38131", Name = "Acme", Status = ProgramStatus.Active },
        StartedAt = Noon,
    };

    public SnapshotWriter Writer(string id = "s1") => new(Store, Store, Vault, Keys, SnapshotSide.Source, id, Layout);

    /// <summary>Writes pages, closing parts when they are full, and seals.</summary>
    public async Task<SnapshotManifest> WriteAsync(IEnumerable<ReadPage<TrackingLink>> pages, string id = "s1")
    {
        await using var links = await Writer(id).OpenAsync(Codec, null, default);
        foreach (var page in pages)
        {
            await links.AddAsync(page, default);
            if (links.IsFull)
            {
                await links.SealPartAsync(false, default);
            }
        }

        await links.SealPartAsync(true, default);
        return await Writer(id).SealAsync(Origin(id), [links.Sealed], [], Noon.AddMinutes(1), default);
    }

    public Task<SnapshotManifest> WriteAsync(params TrackingLink[] links) => WriteAsync([SnapshotLinks.Page(links)]);

    public async Task<Snapshot> OpenAsync(string id = "s1") =>
        await Snapshots.OpenAsync(SnapshotSide.Source, id, default) ?? throw new InvalidOperationException("No snapshot.");

    public async Task<List<SnapshotRecord<TrackingLink>>> ReadAsync(string id = "s1")
    {
        var records = new List<SnapshotRecord<TrackingLink>>();
        await foreach (var record in (await OpenAsync(id)).ReadAsync(RecordCodecs.TrackingLink, default))
        {
            records.Add(record);
        }

        return records;
    }

    public async Task<List<Finding>> FindingsAsync(string id = "s1")
    {
        var findings = new List<Finding>();
        await foreach (var finding in (await OpenAsync(id)).ReadFindingsAsync(default))
        {
            findings.Add(finding);
        }

        return findings;
    }

    public async Task<SnapshotVerification> VerifyAsync(string id = "s1") => await Snapshots.VerifyAsync(await OpenAsync(id), default);
}
