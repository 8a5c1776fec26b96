using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Handoffs.Results;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Execution;

/// <summary>Goes over the steps of a plan and moves each as far as it can go now.</summary>
internal sealed class StepPasses
{
    private readonly RunContext run;
    private readonly IProgress<ExecutionProgress>? progress;
    private readonly CallRunner calls;
    private readonly OutcomeResolver resolver;
    private readonly HandoffWriter handoffs;
    private readonly HandoffProbe probe;
    private readonly LinkComputer links;
    private readonly TemplateTrials trials;
    private readonly PackResultIntake intake;
    private readonly Dictionary<string, Handoff> unwritten = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CreatePartner>> unwrittenRows = new(StringComparer.Ordinal);
    private readonly List<Task> inFlight = [];

    public StepPasses(RunContext run, IProgress<ExecutionProgress>? progress)
    {
        this.run = run;
        this.progress = progress;
        calls = new CallRunner(run);
        handoffs = new HandoffWriter(run);
        resolver = new OutcomeResolver(run, handoffs);
        trials = new TemplateTrials(run, handoffs);
        probe = new HandoffProbe(run, trials);
        intake = new PackResultIntake(run, handoffs);
        links = new LinkComputer(run);
    }

    /// <summary>After a start: intents without an outcome are in doubt, hand-offs without files are written.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await run.Journal.CountAsync(cancellationToken);
        await trials.LoadAsync(cancellationToken);
        await foreach (var document in run.Journal.Store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            var handoff = TaskDesk.Read(document.Json);
            if (handoff.RunId == run.RunId && handoff is { Written: false, Open: true })
            {
                unwritten[handoff.Id] = handoff;
            }
        }

        await foreach (var step in run.Plan.StepsAsync(cancellationToken))
        {
            if (step.Channel == StepChannel.Api && await run.Journal.FindAsync(step.Id, cancellationToken) is { State: StepState.Intended } row)
            {
                var change = new StepChangeOf(StepState.Unknown) { Reason = "Interrupted", Message = "The process ended between the intent and the outcome of this call." };
                await run.Journal.MoveAsync(JournalKind.Unknown, step, row, change, null, cancellationToken);
            }
        }
    }

    /// <summary>One pass.</summary>
    public async Task<PassResult> RunAsync(CancellationToken cancellationToken)
    {
        var taken = await intake.TakeAsync(cancellationToken);
        var tally = new PassTally(run, progress) { Changed = !run.Options.LookOnly && await trials.ReviewAsync(cancellationToken) || taken };
        try
        {
            await foreach (var step in run.Plan.StepsAsync(cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (run.Scope?.Contains(step.Id) == false)
                {
                    continue;
                }

                var row = await run.Journal.FindAsync(step.Id, cancellationToken);
                await TakeAsync(step, row, tally, cancellationToken);
                if (run.Failures.Exceeded)
                {
                    throw new RunStoppedException("FailureBudget", $"More than {run.Failures.Allowed} steps failed. Look at the report, correct the cause, then resume the run.");
                }
            }
        }
        finally
        {
            await DrainAsync();
        }

        tally.Changed |= await handoffs.FlushAsync(cancellationToken);
        await WriteRecoveredPacksAsync(cancellationToken);
        tally.Report();
        var result = tally.Result();
        if (result.Changed || result.Open == 0)
        {
            await CloseDoneAsync(everything: result.Open == 0, cancellationToken);
        }

        return result;
    }

    private async Task TakeAsync(PlanStep step, StepRow? row, PassTally tally, CancellationToken cancellationToken)
    {
        tally.See(row);
        switch (row?.State)
        {
            case StepState.Waiting when row.Reason == TemplateTrials.Waits:
            case null or StepState.NotApplied:
                tally.Changed |= !run.Options.LookOnly && await StartAsync(step, row, tally, cancellationToken);
                break;
            case StepState.Waiting:
            case StepState.NeedsHuman when OutcomeQuestion.IsOpen(row):
                tally.Changed |= await LookAsync(step, row, cancellationToken);
                break;
            case StepState.Unknown when !run.Options.LookOnly:
                var sent = await ResolvedAsync(step, cancellationToken);
                if (await resolver.ResolveAsync(sent, row, cancellationToken))
                {
                    tally.Changed = true;
                }
                else
                {
                    tally.SettleAt(row.Since + resolver.SettleTime(sent));
                }

                break;
            default:
                break;
        }
    }

    private async Task<bool> LookAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        if (run.Options.LookAt is { } wanted && row.HandoffId != wanted)
        {
            return false;
        }

        if (row.HandoffId is { } id && unwritten.TryGetValue(id, out var handoff))
        {
            await RewriteAsync(step, row, handoff, cancellationToken);
            return false;
        }

        if (PackQuestion.Owns(row.HandoffId))
        {
            return await intake.TakeAnswerAsync(step, row, cancellationToken);
        }

        return row.State == StepState.NeedsHuman
            ? await resolver.TakeAnswerAsync(await ResolvedAsync(step, cancellationToken), row, cancellationToken)
            : await probe.LookAsync(step, row, cancellationToken);
    }

    private async Task<bool> StartAsync(PlanStep step, StepRow? row, PassTally tally, CancellationToken cancellationToken)
    {
        var parents = await ParentsAsync(step, cancellationToken);
        if (parents.Failed is { } failed)
        {
            var change = new StepChangeOf(StepState.Blocked) { Reason = "ParentFailed", Message = $"'{failed.StepId}' did not succeed ({failed.Reason ?? failed.State.ToString()})." };
            await run.Journal.MoveAsync(JournalKind.Failed, step, row, change, null, cancellationToken);
            return true;
        }

        if (!parents.Ready)
        {
            return false;
        }

        if (trials.Ask(step) is var verdict and not TrialVerdict.Go)
        {
            return await HoldAsync(step, row, verdict, cancellationToken);
        }

        var resolved = await ResolvedAsync(step, cancellationToken);
        if (resolved is CreatePartner creation && run.Brand is { } brand && await brand.RefuseAsync(creation, run.Plan.Header, run.RunId, cancellationToken) is { } refused)
        {
            await run.Journal.MoveAsync(JournalKind.Failed, step, row, new StepChangeOf(StepState.Conflict) { Reason = "UnderWayInProgram", Message = refused }, null, cancellationToken);
            return true;
        }

        switch (step.Channel)
        {
            case StepChannel.Api:
                await DispatchAsync(resolved, row, tally, cancellationToken);
                break;
            case StepChannel.FilePack:
                await handoffs.AddRowAsync((CreatePartner)resolved, row, cancellationToken);
                break;
            case StepChannel.WorkItem:
                await handoffs.IssueTaskAsync(resolved, row, PortalTasks.Of(resolved, run.Target), [], moveStep: true, cancellationToken);
                break;
            case StepChannel.Implied:
                await run.Journal.MoveAsync(JournalKind.Issued, step, row, new StepChangeOf(StepState.Waiting) { Attempt = (row?.Attempt ?? 0) + 1, Reason = "WaitsForProbe" }, null, cancellationToken);
                break;
            case StepChannel.None when resolved is CreateLink { Proof: not null } computed:
                await links.ComputeAsync(computed, row, cancellationToken);
                break;
            default:
                await run.Journal.MoveAsync(JournalKind.Applied, step, row, new StepChangeOf(StepState.Adopted) { TargetId = TargetOf(step) }, null, cancellationToken);
                break;
        }

        return true;
    }

    /// <summary>A step whose template is not proved waits where everybody can see it; one whose template is refuted does not go.</summary>
    private async Task<bool> HoldAsync(PlanStep step, StepRow? row, TrialVerdict verdict, CancellationToken cancellationToken)
    {
        if (verdict == TrialVerdict.Wait && row is { State: StepState.Waiting, Reason: TemplateTrials.Waits })
        {
            return false;
        }

        var change = verdict == TrialVerdict.Wait
            ? new StepChangeOf(StepState.Waiting) { Reason = TemplateTrials.Waits, Message = trials.Sentence(step, verdict) }
            : new StepChangeOf(StepState.Blocked) { Reason = "TemplateNotProved", Message = trials.Sentence(step, verdict) };
        await run.Journal.MoveAsync(verdict == TrialVerdict.Wait ? JournalKind.Observed : JournalKind.Failed, step, row, change, null, cancellationToken);
        return true;
    }

    /// <summary>The step with the ids that its parents produced; they have all succeeded when a step is begun.</summary>
    private async Task<PlanStep> ResolvedAsync(PlanStep step, CancellationToken cancellationToken) =>
        await StepReferences.ResolveAsync(step, run.Journal, cancellationToken)
        ?? throw new InvalidOperationException($"Step '{step.Id}' refers to an object that none of its parents produced.");

    private async Task DispatchAsync(PlanStep step, StepRow? row, PassTally tally, CancellationToken cancellationToken)
    {
        while (inFlight.Count >= run.Options.Concurrency)
        {
            var done = await Task.WhenAny(inFlight);
            inFlight.Remove(done);
            await done;
        }

        tally.Sent = true;
        tally.Report();
        inFlight.Add(calls.RunAsync(step, row, cancellationToken));
    }

    private async Task DrainAsync()
    {
        try
        {
            await Task.WhenAll(inFlight);
        }
        finally
        {
            inFlight.Clear();
        }
    }

    private async Task<(bool Ready, StepRow? Failed)> ParentsAsync(PlanStep step, CancellationToken cancellationToken)
    {
        var ready = true;
        foreach (var parent in step.DependsOn)
        {
            var row = await run.Journal.FindAsync(parent, cancellationToken);
            if (row is null || !StepTransitions.IsSuccess(row.State))
            {
                ready = false;
                if (row is not null && StepTransitions.IsFinal(row.State) && !OutcomeQuestion.IsOpen(row))
                {
                    return (false, row);
                }
            }
        }

        return (ready, null);
    }

    private async Task RewriteAsync(PlanStep step, StepRow row, Handoff handoff, CancellationToken cancellationToken)
    {
        var resolved = await ResolvedAsync(step, cancellationToken);
        if (handoff.Form != Handoff.FilePack)
        {
            unwritten.Remove(handoff.Id);
            var task = PortalTasks.Of(handoff, resolved, run.Target);
            await handoffs.WriteTaskAsync(handoff, task, cancellationToken);
            return;
        }

        if (!unwrittenRows.TryGetValue(handoff.Id, out var rows))
        {
            unwrittenRows[handoff.Id] = rows = [];
        }

        rows.Add((CreatePartner)resolved);
    }

    private async Task WriteRecoveredPacksAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, rows) in unwrittenRows)
        {
            // Rows that the crash kept out of the journal are still to be started: they get a file of their own.
            var handoff = unwritten[id] with { Steps = rows.Select(step => step.Id).ToValueList() };
            await handoffs.WritePackAsync(handoff, rows[0].Entry, rows, cancellationToken);
            unwritten.Remove(id);
        }

        unwrittenRows.Clear();
    }

    /// <summary>Takes back what nobody waits for any more, so that no personal value stays in the outbox longer than needed.</summary>
    private async Task CloseDoneAsync(bool everything, CancellationToken cancellationToken)
    {
        var open = new List<Handoff>();
        var asked = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var document in run.Journal.Store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            var handoff = TaskDesk.Read(document.Json);
            if (everything && handoff.RunId == run.RunId)
            {
                await handoffs.ForgetAsync(handoff, cancellationToken);
            }

            // A template that is handed out again to be corrected is awaited by its canary, not by a step of its own.
            var corrects = handoff is { Form: Handoff.WorkItem, NeedsAnswer: true, Wrong.Count: > 0 };
            if (handoff.Open && handoff.RunId == run.RunId && (everything || !corrects))
            {
                open.Add(handoff);
            }

            // A row comes back to its pack once it is known whose account was matched.
            if (handoff is { Open: true, Tool: PackQuestion.Match, About: { } pack })
            {
                asked.Add(pack);
            }
        }

        foreach (var handoff in open)
        {
            if (everything || (!asked.Contains(handoff.Id) && !await IsAwaitedAsync(handoff, cancellationToken)))
            {
                await handoffs.CloseAsync(handoff, cancellationToken);
            }
        }
    }

    private async Task<bool> IsAwaitedAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        foreach (var step in handoff.Steps)
        {
            if (await run.Journal.FindAsync(step, cancellationToken) is { State: StepState.Waiting or StepState.NeedsHuman } row && row.HandoffId == handoff.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static string? TargetOf(PlanStep step) => step switch
    {
        AdoptObject adopt => adopt.TargetId,
        KeepObject keep => keep.TargetId,
        ForgetObject forget => forget.TargetId,
        _ => null,
    };
}
