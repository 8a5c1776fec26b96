using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Engine.Planning;
using Bridge.Engine.Privacy;
using Bridge.Engine.Questions;
using Bridge.Engine.Rollback;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Verifying;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Microsoft.Extensions.Logging;

namespace Bridge.Engine.Migrations;

/// <summary>
/// The stages of one migration for every door: the only impure glue between them. Each stage reads artifacts and run state,
/// calls pure functions or a rail, and stores the result; a stage that changes state owns the migration while it does.
/// </summary>
/// <param name="host">Host.</param>
public sealed class MigrationPipeline(MigrationHost host)
{
    private readonly RailConnections connections = new(host);
    private readonly SnapshotStore snapshots = new(host.Artifacts, host.Keys);

    /// <summary>The host.</summary>
    public MigrationHost Host => host;

    /// <summary>Snapshots of this migration.</summary>
    public SnapshotStore Snapshots => snapshots;

    /// <summary>Connections of this migration.</summary>
    public RailConnections Connections => connections;

    /// <summary>Questions of this migration and their answers.</summary>
    public QuestionDesk Questions { get; } = new(host.Definition.Folder, host.Time);

    /// <summary>Reads one side into a snapshot; goes on where an interrupted extraction stopped.</summary>
    /// <exception cref="MigrationInvalidException">The connection's settings have problems.</exception>
    public async Task<ExtractionResult> ExtractAsync(
        ExtractionRequest request, IProgress<ExtractionProgress>? progress, CancellationToken cancellationToken)
    {
        await using var rail = connections.Open(ConnectionOf(request.Side), gate: null);
        return await OwnAsync(
            async epoch =>
            {
                var extractor = new SnapshotExtractor(
                    host.Artifacts, host.Scratch, host.Vault, host.Keys, new RunStoreCheckpoints(host.Runs, epoch), host.Ids, host.Time, ExtractionOptions.Default, host.Loggers.CreateLogger<SnapshotExtractor>());
                var result = await extractor.ExtractAsync(RailReaders.Of(rail), request, progress, cancellationToken);
                await new PersonEraser(host).PurgeAsync(request.Side, cancellationToken);
                return result;
            },
            cancellationToken);
    }

    /// <summary>Plans from the newest snapshots of both sides, and raises what the plan leaves to people as questions. Nothing is sent.</summary>
    /// <exception cref="MigrationInvalidException">Profile, overrides or settings have problems, or a snapshot is missing.</exception>
    public async Task<StoredPlan> PlanAsync(CancellationToken cancellationToken)
    {
        await new PackTemplateCheck(host, connections).CheckAsync(cancellationToken);
        var inputs = await new PlanInputsReader(host, connections, snapshots).ReadAsync(cancellationToken);
        var plan = await StoreAsync(PlanAccount.CheckAsync(PlanBuilder.BuildAsync(inputs, cancellationToken), inputs.Source, cancellationToken), cancellationToken);
        await Questions.RaiseAsync(PlanQuestions.Source, await new PlanQuestions(inputs).CollectAsync(plan.Totals, cancellationToken), cancellationToken);
        return plan;
    }

    /// <summary>Opens a stored plan.</summary>
    /// <exception cref="PlanUnusableException">It is not there or was changed.</exception>
    public Task<StoredPlan> OpenPlanAsync(string planHash, CancellationToken cancellationToken) =>
        StoredPlan.OpenAsync(host.Artifacts, host.Keys, planHash, cancellationToken);

    /// <summary>Approves a plan.</summary>
    /// <exception cref="ApprovalRefusedException">The plan may not be approved.</exception>
    public Task<PlanApproval> ApproveAsync(IPlanSource plan, ApprovalRequest request, CancellationToken cancellationToken) =>
        OwnAsync(epoch => Desk().ApproveAsync(epoch, plan, request, cancellationToken), cancellationToken);

    /// <summary>Carries out an approved plan as a new run.</summary>
    /// <exception cref="ApprovalRefusedException">Approval missing, expired or changed, plan stale, other account. Nothing was sent.</exception>
    /// <exception cref="RunStoreCorruptException">The run store was changed by somebody else. Nothing was sent.</exception>
    public async Task<RunRow> ApplyAsync(
        IPlanSource plan, ExecutionOptions options, Func<CancellationToken, Task>? meanwhile, IProgress<ExecutionProgress>? progress, CancellationToken cancellationToken)
    {
        var approval = await Desk().FindAsync(plan.Hash, cancellationToken)
            ?? throw new ApprovalRefusedException(ApprovalRefusal.Missing, $"Plan {plan.Hash} is not approved. Have it approved with 'bridge approve'. Nothing was sent.");
        if (plan.Header.Kind == PlanKind.Apply)
        {
            await new StalePlanCheck(host, snapshots).CheckAsync(plan.Header, cancellationToken);
        }

        return await ExecuteAsync(plan, approval, host.Ids.NewId(), options, meanwhile, progress, cancellationToken);
    }

    /// <summary>Goes on with a run.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="ApprovalRefusedException">Approval withdrawn or changed, run-until date passed, other account. Nothing was sent.</exception>
    /// <exception cref="RunStoreCorruptException">The run store was changed by somebody else. Nothing was sent.</exception>
    public async Task<RunRow> ResumeAsync(
        string runId, ExecutionOptions options, Func<CancellationToken, Task>? meanwhile, IProgress<ExecutionProgress>? progress, CancellationToken cancellationToken)
    {
        var run = await FindRunAsync(runId, cancellationToken);
        if (run.Status == RunStatus.Completed)
        {
            return run;
        }

        var plan = await OpenPlanAsync(run.PlanHash, cancellationToken);
        var approval = await Desk().FindByIdAsync(run.ApprovalId, cancellationToken)
            ?? throw new ApprovalRefusedException(ApprovalRefusal.Missing, $"The approval of run {runId} is gone from the run store. Nothing was sent.");
        return await ExecuteAsync(plan, approval, runId, options, meanwhile, progress, cancellationToken);
    }

    /// <summary>Reads the target afresh and plans again: no unexplained difference is the proof.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="ExtractionFailedException">The target cannot be read.</exception>
    public async Task<VerificationResult> VerifyAsync(string runId, IProgress<ExtractionProgress>? progress, CancellationToken cancellationToken)
    {
        var run = await FindRunAsync(runId, cancellationToken);
        var plan = await OpenPlanAsync(run.PlanHash, cancellationToken);
        var extraction = await ExtractAsync(new ExtractionRequest { Side = SnapshotSide.Target, StartAnew = true }, progress, cancellationToken);
        if (extraction.Failure is { } failure)
        {
            throw new ExtractionFailedException(failure);
        }

        var inputs = await new PlanInputsReader(host, connections, snapshots).ReadAsync(cancellationToken);
        if (plan.Header.SourceSnapshot is { } planned && inputs.Header.SourceSnapshot != planned)
        {
            throw new ApprovalRefusedException(ApprovalRefusal.Stale, "The source was extracted again since this run's plan was made, so the run cannot be proved against it. Make a new plan: it shows what changed.");
        }

        await RunAudit.CheckAsync(plan, host.Runs, run, cancellationToken);
        await using var rail = connections.Open(host.Definition.Target, gate: null);
        var receipts = new LinkReceipts(
            inputs.Target.Manifest.Program,
            rail.Port<ITrackingLinkForm>(),
            async (partner, token) => (await host.Runs.FindTargetAsync(EntityKind.Partner, partner, token))?.Target);
        var verification = new Verification(plan, (step, token) => host.Runs.FindStepAsync(runId, step, token), receipts);
        var lines = PlanAccount.CheckAsync(PlanBuilder.BuildAsync(inputs, cancellationToken), inputs.Source, cancellationToken);
        return await verification.RunAsync(lines, inputs.Target.Manifest.SnapshotId, cancellationToken);
    }

    /// <summary>Plans the rollback of a run: from its journal, not from what was meant.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    /// <exception cref="NothingToRollBackException">The run changed nothing.</exception>
    public async Task<StoredPlan> PlanRollbackAsync(string runId, CancellationToken cancellationToken)
    {
        var run = await FindRunAsync(runId, cancellationToken);
        var plan = await OpenPlanAsync(run.PlanHash, cancellationToken);
        if (plan.Header.Kind == PlanKind.Rollback)
        {
            throw new NothingToRollBackException($"Run {runId} is a rollback. To bring the program back, make a new plan and apply it.");
        }

        await RunAudit.CheckAsync(plan, host.Runs, run, cancellationToken);
        await using var target = connections.Open(host.Definition.Target, gate: null);
        var inputs = new RollbackInputs
        {
            Plan = plan,
            RunId = runId,
            FindStep = (step, token) => host.Runs.FindStepAsync(runId, step, token),
            JournalHead = await JournalHeadAsync(cancellationToken),
            TargetRail = target.Descriptor,
        };
        var lines = RollbackAccount.CheckAsync(RollbackPlanner.BuildAsync(inputs, cancellationToken), plan, inputs.FindStep, cancellationToken);
        var rollback = await StoreAsync(lines, cancellationToken);
        return rollback.Totals.Steps > 0
            ? rollback
            : throw new NothingToRollBackException($"Run {runId} applied nothing, so there is nothing to take back.");
    }

    /// <summary>A run.</summary>
    /// <exception cref="RunNotFoundException">There is no such run.</exception>
    public async Task<RunRow> FindRunAsync(string runId, CancellationToken cancellationToken) =>
        await host.Runs.FindRunAsync(runId, cancellationToken) ?? throw new RunNotFoundException(runId);

    /// <summary>Does something as owner of the migration.</summary>
    public async Task<T> OwnAsync<T>(Func<OwnerEpoch, Task<T>> work, CancellationToken cancellationToken)
    {
        var epoch = await host.Runs.TakeOwnershipAsync(host.Operator, cancellationToken);
        try
        {
            return await work(epoch);
        }
        finally
        {
            await host.Runs.ReleaseOwnershipAsync(epoch, CancellationToken.None);
        }
    }

    private async Task<RunRow> ExecuteAsync(
        IPlanSource plan,
        PlanApproval approval,
        string runId,
        ExecutionOptions options,
        Func<CancellationToken, Task>? meanwhile,
        IProgress<ExecutionProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (plan.Header.Authorities is { } under && (await PlanInputsReader.AuthoritiesAsync(host, cancellationToken)).Hash != under)
        {
            throw new ApprovalRefusedException(ApprovalRefusal.Stale, "An authority that this plan was made under was withdrawn, or another one was recorded. Nothing was sent. Run 'bridge plan' again and have the new plan approved.");
        }

        var gate = new JournalWriteGate(host.Time);
        await using var target = connections.Open(host.Definition.Target, gate);
        return await OwnAsync(
            async epoch =>
            {
                // What was done before, and who approved what, rests in the journal: one changed byte of it, and nothing is sent.
                await host.Runs.VerifyJournalAsync(cancellationToken);
                var executor = new PlanExecutor(host.Time, new ApprovalGate(host.Runs, host.Signer, host.Time));
                return await executor.RunAsync(
                    new ExecutionInputs
                    {
                        Plan = plan,
                        Approval = approval,
                        Target = target,
                        Gate = gate,
                        Store = host.Runs,
                        Epoch = epoch,
                        Outbox = host.Outbox,
                        RunId = runId,
                        Options = options,
                        Preconditions = host.Preconditions,
                        Meanwhile = meanwhile,
                    },
                    progress,
                    cancellationToken);
            },
            cancellationToken);
    }

    private Task<StoredPlan> StoreAsync(IAsyncEnumerable<PlanLine> lines, CancellationToken cancellationToken) =>
        new PlanWriter(host.Artifacts, host.Scratch, host.Keys).WriteAsync(lines, cancellationToken);

    private ApprovalDesk Desk() => new(host.Runs, host.Signer, host.Time, host.Ids);

    private async Task<long> JournalHeadAsync(CancellationToken cancellationToken)
    {
        long head = 0;
        await foreach (var entry in host.Runs.ReadJournalAsync(0, cancellationToken))
        {
            head = entry.Sequence;
        }

        return head;
    }

    private string ConnectionOf(SnapshotSide side) => side == SnapshotSide.Source ? host.Definition.Source : host.Definition.Target;
}
