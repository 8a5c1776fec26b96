using System.Runtime.CompilerServices;
using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Mapping;
using Bridge.Engine.Matching;
using Bridge.Engine.Planning;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Tests.Snapshots;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Plans from two sealed snapshots in memory, the shipped profile and a target that can do everything.</summary>
internal sealed record PlanBench
{
    public static readonly MigrationKeys Keys = new("acme", "move");

    public PlanRecords Source { get; init; } = new();

    public PlanRecords Target { get; init; } = new();

    public IReadOnlyList<IdMapRow> IdMap { get; init; } = [];

    public IReadOnlyList<string> Declined { get; init; } = [];

    public string? Overrides { get; init; }

    public AuthoritySet Authorities { get; init; } = AuthoritySet.None;

    public OptOutFile OptOut { get; init; } = OptOutFile.None;

    /// <summary>Ways in that nobody allowed.</summary>
    public IReadOnlySet<PartnerEntry> Withheld { get; init; } = new HashSet<PartnerEntry>();

    public (string From, string To)[] Profile { get; init; } = [];

    /// <summary>Records on a page and records in a part: another layout must not show.</summary>
    public int PageSize { get; init; } = 3;

    public Func<IProgramMapping, IProgramMapping> Mapping { get; init; } = mapping => mapping;

    public Func<IPartnerMatcher, IPartnerMatcher> Matcher { get; init; } = matcher => matcher;

    public async Task<PlanInputs> InputsAsync()
    {
        var store = new MemoryStore();
        var source = await SealAsync(store, SnapshotSide.Source, Source);
        var target = await SealAsync(store, SnapshotSide.Target, Target);
        var profile = Given.Profile(Profile);
        var mapping = new ProgramMapping(profile, PlanTarget.Rail, Given.Program, Source.Groups, Withheld);
        var findings = new List<Finding>();
        var overrides = Overrides is null ? OverridesFile.None : OverridesFile.Parse(Overrides, "o.csv", findings);
        var index = await TargetPartnerIndex.BuildAsync(profile.Definition.Match, target.ReadAsync(RecordCodecs.Partner, default), default);
        var inScope = source.ReadAsync(RecordCodecs.Partner, default).Select(record => record.Record).Where(partner => mapping.MapPartner(partner).Exclusion is null);
        var matcher = await PartnerMatcher.PrepareAsync(
            index, overrides, IdMap.Where(row => row.Entity == EntityKind.Partner).ToAsyncEnumerable(), inScope, findings, default);
        return new PlanInputs
        {
            Header = Header(source, target, mapping, overrides),
            Source = source,
            Target = target,
            Mapping = Mapping(mapping),
            Matcher = Matcher(matcher),
            IdMap = new Rows(IdMap),
            TargetRail = PlanTarget.Rail,
            Declined = Declined.ToHashSet(StringComparer.Ordinal),
            Authorities = Authorities,
            OptOut = OptOut,
            OnLoss = profile.Definition.OnLoss,
            Findings = findings,
        };
    }

    /// <summary>The lines of the plan, checked as the pipeline checks them.</summary>
    public async Task<List<PlanLine>> LinesAsync(Func<IAsyncEnumerable<PlanLine>, IAsyncEnumerable<PlanLine>>? change = null)
    {
        var inputs = await InputsAsync();
        var lines = PlanBuilder.BuildAsync(inputs, default);
        return await PlanAccount.CheckAsync(change?.Invoke(lines) ?? lines, inputs.Source, default).ToListAsync();
    }

    public async Task<StoredPlan> StoreAsync()
    {
        var inputs = await InputsAsync();
        var store = new MemoryStore();
        return await new PlanWriter(store, store, Keys).WriteAsync(PlanAccount.CheckAsync(PlanBuilder.BuildAsync(inputs, default), inputs.Source, default), default);
    }

    public async Task<string> HashAsync() => (await StoreAsync()).Hash;

    private static PlanHeader Header(Snapshot source, Snapshot target, ProgramMapping mapping, OverridesFile overrides) => new()
    {
        Kind = PlanKind.Apply,
        Client = Keys.Client,
        Migration = Keys.Migration,
        SourceConnection = "acme-rakuten",
        TargetConnection = "acme-impact",
        SourceRail = "rakuten",
        TargetRail = "impact",
        TargetAccount = Given.Program.AccountId,
        TargetProgram = Given.Program.Id,
        SourceSnapshot = source.Manifest.Hash,
        TargetSnapshot = target.Manifest.Hash,
        Profile = mapping.Hash,
        Overrides = overrides.Hash,
        Connectors = "rakuten 1, impact 1",
    };

    private async Task<Snapshot> SealAsync(MemoryStore store, SnapshotSide side, PlanRecords records)
    {
        var writer = new SnapshotWriter(store, store, new FakeVault(), Keys, side, "s1", new SnapshotLayout { PartRecords = PageSize + 1 });
        var origin = SnapshotRig.Origin() with { Side = side, Program = side == SnapshotSide.Target ? Given.Program : SnapshotRig.Origin().Program };
        EntityProgress[] parts =
        [
            await WriteAsync(writer, RecordCodecs.PartnerGroup, records.Groups, records.Findings),
            await WriteAsync(writer, RecordCodecs.Partner, records.Partners, []),
            await WriteAsync(writer, RecordCodecs.Contract, records.Contracts, []),
            await WriteAsync(writer, RecordCodecs.Deal, records.Deals, []),
            await WriteAsync(writer, RecordCodecs.TrackingLink, records.Links, []),
            await WriteAsync(writer, RecordCodecs.PromoCode, records.Codes, []),
            .. records.Conversions.Count == 0 ? Array.Empty<EntityProgress>() : [await WriteAsync(writer, RecordCodecs.Conversion, records.Conversions, [])],
        ];
        await writer.SealAsync(origin, parts, [], SnapshotRig.Noon.AddMinutes(1), default);
        return (await new SnapshotStore(store, Keys).OpenAsync(side, "s1", default))!;
    }

    private async Task<EntityProgress> WriteAsync<T>(SnapshotWriter writer, IRecordCodec<T> codec, IReadOnlyList<T> records, IReadOnlyList<Finding> findings)
    {
        await using var entity = await writer.OpenAsync(codec, null, default);
        foreach (var page in records.Chunk(PageSize))
        {
            await entity.AddAsync(
                new ReadPage<T>
                {
                    Records = [.. page.Select(record => new Read<T>(record, SnapshotLinks.RawHash($"{record}"), []))],
                    Rows = new RowCounts(page.Length, page.Length, 0, 0, 0),
                },
                default);
            if (entity.IsFull)
            {
                await entity.SealPartAsync(false, default);
            }
        }

        foreach (var finding in findings)
        {
            entity.AddFinding(finding);
        }

        return await entity.SealPartAsync(true, default);
    }

    private sealed class Rows(IReadOnlyList<IdMapRow> rows) : IIdMap
    {
        public async IAsyncEnumerable<IdMapRow> ReadAsync(EntityKind entity, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            foreach (var row in rows.Where(row => row.Entity == entity).OrderBy(row => row.Source, KeyOrder.Instance))
            {
                yield return row;
            }
        }
    }
}
