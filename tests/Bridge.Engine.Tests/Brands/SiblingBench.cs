using Bridge.Engine.Brands;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Testing.Plans;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Brands;

/// <summary>Another program of the brand: partners of its source, what a run made, and how far an open run is.</summary>
internal sealed record SiblingBench
{
    public const string Run = "run-us";

    public IReadOnlyList<Partner> Partners { get; init; } = [PlanWorld.SourcePartner("11")];

    /// <summary>Account by source id.</summary>
    public IReadOnlyDictionary<string, string> Made { get; init; } = new Dictionary<string, string>();

    /// <summary>Source ids that the open run is to make.</summary>
    public IReadOnlyList<string> Planned { get; init; } = [];

    /// <summary>State of these steps; null for not begun.</summary>
    public StepState? State { get; init; }

    public RunStatus Status { get; init; } = RunStatus.WaitingOnPeople;

    public bool MayGoOn { get; init; } = true;

    public bool SameIds { get; init; } = true;

    public async Task<SiblingPartners> ReadAsync() =>
        await SiblingPartners.ReadAsync([await ProgramAsync()], Given.Profile().Definition.Match, CancellationToken.None);

    public async Task<SiblingProgram> ProgramAsync()
    {
        var store = new InMemoryRunStore(new ManualTimeProvider());
        var epoch = await store.TakeOwnershipAsync("us", CancellationToken.None);
        var now = new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero);
        var run = new RunRow { RunId = Run, PlanHash = new string('a', 64), ApprovalId = "approval", Status = Status, StartedAt = now };
        List<StoreChange> changes = [new StoreChange.SetRun(run)];
        changes.AddRange(Made.Select(pair => new StoreChange.SetIdMap(PlanWorld.Row(EntityKind.Partner, pair.Key, pair.Value))));
        if (State is { } state)
        {
            changes.AddRange(Planned.Select(id => new StoreChange.SetStep(new StepRow { RunId = Run, StepId = StepIds.Of(EntityKind.Partner, id, "create"), State = state, Since = now })));
        }

        await store.AppendAsync(epoch, new JournalRecord(JournalKind.RunStarted, Run, null, []), changes, CancellationToken.None);
        var steps = Planned.Select(id => (PlanLine)new StepLine(Steps.Create(id)));
        return new SiblingProgram
        {
            Name = "us",
            SameIds = SameIds,
            Runs = store,
            OpenPlan = (_, _) => Task.FromResult<IPlanSource?>(MayGoOn ? new MemoryPlan(SampleHeaders.Apply, steps) : null),
            Partners = _ => Partners.ToAsyncEnumerable(),
        };
    }
}
