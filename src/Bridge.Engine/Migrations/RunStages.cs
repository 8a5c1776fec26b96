using Bridge.Engine.Approval;
using Bridge.Engine.Brands;
using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Canaries;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Migrations;

/// <summary>The stages of a run: its canary when it has one, the look back at it, and the rest.</summary>
/// <param name="host">Host.</param>
/// <param name="connections">Connections.</param>
/// <param name="pipeline">Verifies, opens plans and takes ownership.</param>
internal sealed class RunStages(MigrationHost host, RailConnections connections, MigrationPipeline pipeline)
{
    private readonly WaveDesk waves = new(host.Runs, host.Time);

    /// <summary>Starts a run.</summary>
    public async Task<RunRow> StartAsync(IPlanSource plan, PlanApproval approval, RunCourse course, CancellationToken cancellationToken)
    {
        var runId = host.Ids.NewId();
        return await CarryOutAsync(plan, approval, runId, null, course, cancellationToken);
    }

    /// <summary>Goes on with a run.</summary>
    public async Task<RunRow> GoOnAsync(RunRow run, RunCourse course, CancellationToken cancellationToken)
    {
        if (run.Status == RunStatus.Cancelled)
        {
            throw new RunStoppedException("Cancelled", $"Run {run.RunId} was cancelled and does not go on. Run 'bridge extract' and 'bridge plan': the plan is what is left.");
        }

        var plan = await pipeline.OpenPlanAsync(run.PlanHash, cancellationToken);
        var approval = await ApprovalOfAsync(run, cancellationToken);
        var wave = await waves.FindAsync(run.RunId, cancellationToken);
        if (wave is { State: WaveState.NotClean })
        {
            // Somebody may have put it right: the target is asked, not the note of the last look.
            (wave, run) = await ReadBackAsync(plan, run, wave, cancellationToken);
            if (wave.State == WaveState.NotClean)
            {
                return run;
            }
        }

        return await CarryOutAsync(plan, approval, run.RunId, wave, course, cancellationToken);
    }

    private async Task<RunRow> CarryOutAsync(
        IPlanSource plan, PlanApproval approval, string runId, CanaryWave? wave, RunCourse course, CancellationToken cancellationToken)
    {
        while (true)
        {
            var begins = wave is null && course.Options.Canary is { } count && await host.Runs.FindRunAsync(runId, cancellationToken) is null ? count : (int?)null;
            var run = await ExecuteAsync(plan, approval, runId, wave, begins, course, cancellationToken);
            if (run.Reason != CanaryWave.Done)
            {
                return run;
            }

            wave = await waves.FindAsync(runId, cancellationToken);
            if (wave is not { State: WaveState.Running })
            {
                return run;
            }

            (wave, run) = await ReadBackAsync(plan, run, wave, cancellationToken);
            if (wave.State != WaveState.Running)
            {
                return run;
            }
        }
    }

    /// <summary>The approval under which a run goes on: its own, or when the time of that is over a newer one of the same plan.</summary>
    private async Task<PlanApproval> ApprovalOfAsync(RunRow run, CancellationToken cancellationToken)
    {
        var desk = pipeline.Desk();
        var approval = await desk.FindByIdAsync(run.ApprovalId, cancellationToken)
            ?? throw new ApprovalRefusedException(ApprovalRefusal.Missing, $"The approval of run {run.RunId} is gone from the run store. Nothing was sent.");
        var newest = host.Time.GetUtcNow() > approval.RunUntil ? await desk.FindAsync(run.PlanHash, cancellationToken) : null;
        return newest is not null && newest.ApprovedAt > approval.ApprovedAt
            && !await host.Runs.ReadRunsAsync(cancellationToken).AnyAsync(other => other.ApprovalId == newest.Id, cancellationToken)
            ? newest
            : approval;
    }

    private async Task<(CanaryWave Wave, RunRow Run)> ReadBackAsync(IPlanSource plan, RunRow run, CanaryWave wave, CancellationToken cancellationToken)
    {
        var result = await pipeline.VerifyAsync(run.RunId, wave.Partners, null, cancellationToken);
        return await pipeline.OwnAsync(epoch => waves.JudgeAsync(epoch, run, plan, wave, result, cancellationToken), cancellationToken);
    }

    private async Task<RunRow> ExecuteAsync(
        IPlanSource plan, PlanApproval approval, string runId, CanaryWave? wave, int? begins, RunCourse course, CancellationToken cancellationToken)
    {
        if (plan.Header.Authorities is { } under && (await PlanInputsReader.AuthoritiesAsync(host, cancellationToken)).Hash != under)
        {
            throw new ApprovalRefusedException(ApprovalRefusal.Stale, "An authority that this plan was made under was withdrawn, or another one was recorded. Nothing was sent. Run 'bridge plan' again and have the new plan approved.");
        }

        var gate = new JournalWriteGate(host.Time);
        await using var target = connections.Open(host.Definition.Target, gate);
        return await pipeline.OwnAsync(
            async epoch =>
            {
                // What was done before, and who approved what, rests in the journal: one changed byte of it, and nothing is sent.
                await host.Runs.VerifyJournalAsync(cancellationToken);
                var current = begins is { } count ? await waves.BeginAsync(epoch, runId, plan, count, cancellationToken) : wave;
                var scope = current is { State: WaveState.Running } ? await WaveChoice.StepsAsync(plan, current.Partners, cancellationToken) : null;
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
                        Options = course.Options,
                        Scope = scope,
                        Preconditions = [new CanaryFirst(), .. host.Preconditions],
                        Meanwhile = course.Meanwhile,
                        Brand = host.Brand is { } brand ? new BrandGuard(brand, SiblingReading.IdsAreRailWide(host)) : null,
                    },
                    course.Progress,
                    cancellationToken);
            },
            cancellationToken);
    }
}
