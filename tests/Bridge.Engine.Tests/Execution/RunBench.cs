using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Execution;

/// <summary>A small stored plan, a fake target and in-memory stores: what a run needs, nothing else.</summary>
internal sealed class RunBench
{
    public static readonly MigrationKeys Keys = new("acme", "test");

    public RunBench()
    {
        Store = new InMemoryRunStore(Time);
        Gate = new JournalWriteGate(Time);
        Target = new FakeTarget(Gate, Time);
    }

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));

    public InMemoryArtifactStore Artifacts { get; } = new();

    public InMemoryRunStore Store { get; private set; }

    public JournalWriteGate Gate { get; private set; }

    public FakeTarget Target { get; private set; }

    public PlainSigner Signer { get; } = new();

    public SequentialIds Ids { get; } = new();

    public MemoryOutbox Outbox { get; } = new();

    public StoredPlan Plan { get; private set; } = null!;

    public PlanApproval Approval { get; private set; } = null!;

    public static CreateGroup Group(string name) => new()
    {
        Id = StepIds.Of(EntityKind.PartnerGroup, name, "create"),
        Entity = EntityKind.PartnerGroup,
        Source = name,
        Counts = Outcome.Created,
        Channel = StepChannel.Api,
        Class = OperationClass.Probeable,
        Reversibility = Reversibility.Reversible,
        Draft = new PartnerGroupDraft(name),
    };

    public static CreateLink Link(string key, params string[] after) => new()
    {
        Id = StepIds.Of(EntityKind.TrackingLink, key, "create"),
        Entity = EntityKind.TrackingLink,
        Source = key,
        Counts = Outcome.Created,
        Channel = StepChannel.Api,
        Class = OperationClass.Neither,
        Reversibility = Reversibility.Irreversible,
        DependsOn = after.ToValueList(),
        Replaces = "https://click.example/" + key,
        Draft = new TrackingLinkDraft { Partner = TargetRef.Known("99"), Kind = LinkKind.Deep, Destination = "https://shop.example/" + key },
    };

    public static PlanHeader Header() => new()
    {
        Kind = PlanKind.Apply,
        Client = "acme",
        Migration = "test",
        SourceConnection = "acme-source",
        TargetConnection = "acme-fake",
        SourceRail = "source",
        TargetRail = "fake",
        TargetAccount = "IR1",
        TargetProgram = new ProgramId("7"),
        Connectors = "source 1, fake 1",
    };

    public async Task<RunBench> ApproveAsync(params PlanStep[] steps)
    {
        Plan = await new PlanWriter(Artifacts, new InMemoryScratchSpace(), Keys).WriteAsync(Lines(steps), CancellationToken.None);
        Approval = await OwnAsync(epoch => Desk().ApproveAsync(epoch, Plan, new ApprovalRequest { Approver = "Kim", AcceptIrreversible = ["all"] }, CancellationToken.None));
        return this;
    }

    public ApprovalDesk Desk() => new(Store, Signer, Time, Ids);

    public Task<RunRow> RunAsync(string runId = "run-1", PlanApproval? approval = null, ExecutionOptions? options = null, IProgress<ExecutionProgress>? progress = null, IReadOnlyList<IWritePrecondition>? preconditions = null, string? typed = "Acme") => OwnAsync(epoch =>
        new PlanExecutor(Time, new ApprovalGate(Store, Signer, Time)).RunAsync(
            new ExecutionInputs
            {
                Plan = Plan,
                Approval = approval ?? Approval,
                Target = Target,
                Gate = Gate,
                Store = Store,
                Epoch = epoch,
                Outbox = Outbox,
                RunId = runId,
                Options = (options ?? new ExecutionOptions { Concurrency = 1 }) with { ProgramName = typed },
                Preconditions = preconditions ?? [],
            },
            progress,
            CancellationToken.None));

    /// <summary>Runs or resumes on a clock that jumps from timer to timer.</summary>
    public async Task<RunRow> RunThroughAsync(ExecutionOptions? options = null)
    {
        var run = RunAsync(options: options);
        while (!run.IsCompleted)
        {
            if (Time.NextDue is { } due)
            {
                Time.Advance(due);
            }

            await Task.Yield();
        }

        return await run;
    }

    public TaskDesk Tasks() => new(Store, Outbox, Time);

    public async Task<IReadOnlyList<Handoff>> OpenTasksAsync() => await Tasks().OpenAsync(CancellationToken.None).ToListAsync();

    /// <summary>What the parts of a run share.</summary>
    public RunContext Context() => new()
    {
        RunId = "run-1",
        Plan = Plan,
        Target = Target,
        Journal = new RunJournal(Store, default, "run-1", Time),
        Gate = Gate,
        Outbox = Outbox,
        Time = Time,
        Options = new ExecutionOptions(),
        Failures = new FailureBudget(new ExecutionOptions(), 1),
    };

    public async Task<StepState?> StateOf(PlanStep step, string runId = "run-1") => (await Store.FindStepAsync(runId, step.Id, CancellationToken.None))?.State;

    /// <summary>The process dies here and another one starts: the store keeps what was committed, the target what it applied.</summary>
    public void Restart()
    {
        Store = Store.Reopen();
        Gate = new JournalWriteGate(Time);
        Target = Target.Reconnect(Gate, Time);
    }

    private static async IAsyncEnumerable<PlanLine> Lines(PlanStep[] steps)
    {
        var tally = new PlanTally();
        yield return Header();
        foreach (var step in steps)
        {
            if (step.Source is not null)
            {
                tally.Extracted(step.Entity);
            }

            tally.Count(new StepLine(step));
            yield return new StepLine(step);
        }

        await Task.CompletedTask;
        yield return tally.Totals();
    }

    private async Task<T> OwnAsync<T>(Func<OwnerEpoch, Task<T>> work)
    {
        var epoch = await Store.TakeOwnershipAsync("test", CancellationToken.None);
        var result = await work(epoch);
        await Store.ReleaseOwnershipAsync(epoch, CancellationToken.None);
        return result;
    }
}
