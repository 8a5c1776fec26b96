using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Approval;
using Bridge.Engine.Execution.Canaries;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Engine.Execution;

/// <summary>
/// Carries out an approved plan, and exactly that plan. It goes over the steps in order, again and again, does what is
/// ready, settles what is in doubt, looks for what people were asked to do, and ends when nothing is left or when only
/// people and partners are next. A run that was interrupted anywhere goes on from its journal.
/// </summary>
/// <param name="time">Clock.</param>
/// <param name="gate">Checks plan and approval.</param>
public sealed class PlanExecutor(TimeProvider time, ApprovalGate gate)
{
    /// <summary>Reason of a run that its approval allows no longer.</summary>
    public const string RunUntilPassed = "RunUntilPassed";

    /// <summary>Runs or resumes.</summary>
    /// <param name="inputs">Inputs.</param>
    /// <param name="progress">Takes progress; null for none.</param>
    /// <param name="cancellationToken">Stops at the next safe point: calls in flight are finished first.</param>
    /// <returns>The run as it stands.</returns>
    /// <exception cref="ApprovalRefusedException">Plan, approval or target account are not what was approved. Nothing was sent.</exception>
    /// <exception cref="WriteNotPermittedException">Something that must hold before a write does not. Nothing was sent.</exception>
    /// <exception cref="Migrations.MigrationInvalidException">The plan has calls and the target has no credential for writes. Nothing was sent.</exception>
    /// <exception cref="ConservationException">A step was lost, doubled or misfiled in the run store; names the record. The run is stopped.</exception>
    public async Task<RunRow> RunAsync(ExecutionInputs inputs, IProgress<ExecutionProgress>? progress, CancellationToken cancellationToken)
    {
        var existing = await inputs.Store.FindRunAsync(inputs.RunId, cancellationToken);

        // A look sends nothing that changes the target, so it asks for nothing that a write needs.
        var looks = inputs.Options.LookOnly && existing is not null;
        if (!looks)
        {
            FirstWriteCheck.RequireCredential(inputs.Plan, inputs.Target);
        }

        await gate.CheckAsync(inputs.Plan, inputs.Approval, inputs.Target, resuming: existing is not null, cancellationToken);
        if (!looks)
        {
            await CheckPreconditionsAsync(inputs, existing, cancellationToken);
        }

        var confirmed = looks ? null : await new FirstWriteCheck(inputs.Store, time).CheckAsync(inputs.Plan, inputs.Target, inputs.RunId, inputs.Options.ProgramName, cancellationToken);
        var run = new RunContext
        {
            RunId = inputs.RunId,
            Plan = inputs.Plan,
            Target = inputs.Target,
            Journal = new RunJournal(inputs.Store, inputs.Epoch, inputs.RunId, time),
            Gate = inputs.Gate,
            Outbox = inputs.Outbox,
            Time = time,
            Options = inputs.Options,
            Failures = new FailureBudget(inputs.Options, inputs.Plan.Totals.Steps),
            Scope = inputs.Scope,
        };

        // A run that goes on under a newer approval of its plan says so.
        var row = existing is not null ? existing with { ApprovalId = inputs.Approval.Id } : new RunRow
        {
            RunId = inputs.RunId,
            PlanHash = inputs.Plan.Hash,
            ApprovalId = inputs.Approval.Id,
            Status = RunStatus.Running,
            StartedAt = time.GetUtcNow(),
            RollsBack = inputs.Plan.Header.RollsBack,
        };
        await SetRunAsync(run, JournalKind.RunStarted, row with { Status = RunStatus.Running, EndedAt = null, Reason = null }, cancellationToken, confirmed);
        var end = await CarryOutAsync(run, inputs, row, progress, cancellationToken);
        if (inputs.Options.LookOnly && end.Status == RunStatus.WaitingOnPeople && existing is { Status: RunStatus.Stopped })
        {
            // A look takes nothing up again: what was stopped stays so until somebody resumes it.
            end = end with { Status = existing.Status, EndedAt = existing.EndedAt, Reason = existing.Reason };
        }

        try
        {
            var sums = await new RunAccount(run.Plan, (step, token) => inputs.Store.FindStepAsync(run.RunId, step, token)).SumAsync(CancellationToken.None);
            sums.RequireStored(await inputs.Store.CountStepsAsync(run.RunId, CancellationToken.None));
        }
        catch (ConservationException defect)
        {
            await SetRunAsync(run, JournalKind.RunEnded, Broken(row, defect), CancellationToken.None);
            throw;
        }

        await SetRunAsync(run, JournalKind.RunEnded, end, CancellationToken.None);
        return end;
    }

    private async Task CheckPreconditionsAsync(ExecutionInputs inputs, RunRow? existing, CancellationToken cancellationToken)
    {
        var request = new WriteRequest
        {
            Plan = inputs.Plan,
            Approval = inputs.Approval,
            Target = inputs.Target,
            Store = inputs.Store,
            Run = existing,
            Options = inputs.Options,
            Time = time,
        };
        var unmet = new List<UnmetPrecondition>();
        foreach (var precondition in inputs.Preconditions)
        {
            unmet.AddRange(await precondition.CheckAsync(request, cancellationToken));
        }

        if (unmet.Count > 0)
        {
            throw new WriteNotPermittedException(unmet);
        }
    }

    private async Task<RunRow> CarryOutAsync(
        RunContext run, ExecutionInputs inputs, RunRow row, IProgress<ExecutionProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var passes = new StepPasses(run, progress);
            await passes.RecoverAsync(cancellationToken);
            while (true)
            {
                if (time.GetUtcNow() > inputs.Approval.RunUntil)
                {
                    throw new RunStoppedException(RunUntilPassed, $"The approval by {inputs.Approval.Approver} allowed the run until {inputs.Approval.RunUntil:u}. {ApprovalGate.GoOn(inputs.Plan.Hash, row.RunId)}");
                }

                var pass = await passes.RunAsync(cancellationToken);
                if (pass.Open == 0 && run.Scope is not null)
                {
                    return row with { Status = RunStatus.Stopped, Reason = CanaryWave.Done };
                }

                if (pass.Open == 0)
                {
                    await RunAudit.CheckAsync(run.Plan, inputs.Store, row with { Status = RunStatus.Completed }, cancellationToken);
                    return row with { Status = RunStatus.Completed, EndedAt = time.GetUtcNow(), Reason = null };
                }

                if (pass.Changed)
                {
                    continue;
                }

                if (pass.Settling is { } settling)
                {
                    await Task.Delay(settling, time, cancellationToken);
                    continue;
                }

                // A question is answered by a person or not at all: there is nothing on the target to watch for.
                if (!inputs.Options.WaitForPeople || pass.Watched == 0)
                {
                    return row with { Status = RunStatus.WaitingOnPeople, Reason = null };
                }

                if (inputs.Meanwhile is { } meanwhile)
                {
                    await meanwhile(cancellationToken);
                }

                await Task.Delay(inputs.Options.ObserveEvery, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Gate.Stop();
            return inputs.Options.ResumesByItself
                ? row with { Status = RunStatus.Running, EndedAt = null, Reason = "Interrupted" }
                : row with { Status = RunStatus.Stopped, Reason = "StoppedOnRequest" };
        }
        catch (RunStoppedException stop)
        {
            run.Gate.Stop();
            return row with { Status = RunStatus.Stopped, Reason = $"{stop.Reason}: {stop.Message}" };
        }
        catch (RailException error)
        {
            // A look at the target failed for good; nothing was in flight.
            run.Gate.Stop();
            var passing = error is RailUnavailableException or RailRateLimitedException;
            return row with
            {
                Status = inputs.Options.ResumesByItself && passing ? RunStatus.Running : RunStatus.Stopped,
                EndedAt = null,
                Reason = $"TargetCannotBeRead: {error.Message}",
            };
        }
        catch (ConservationException defect)
        {
            run.Gate.Stop();
            await SetRunAsync(run, JournalKind.RunEnded, Broken(row, defect), CancellationToken.None);
            throw;
        }
        catch (EpochLostException)
        {
            run.Gate.Lose();
            throw;
        }
    }

    private static RunRow Broken(RunRow row, ConservationException defect) => row with { Status = RunStatus.Stopped, Reason = $"AccountDoesNotBalance: {defect.Message}" };

    private static Task SetRunAsync(RunContext run, JournalKind kind, RunRow row, CancellationToken cancellationToken, WriteConfirmation? confirmed = null)
    {
        var payload = new JsonObject { ["run"] = row.RunId, ["plan"] = row.PlanHash, ["approval"] = row.ApprovalId, ["status"] = row.Status.ToString(), ["reason"] = row.Reason };
        var changes = new List<StoreChange> { new StoreChange.SetRun(row) };
        if (confirmed is not null)
        {
            payload["programName"] = confirmed.ProgramName;
            changes.Add(new StoreChange.SetDocument(WriteConfirmation.Kind, row.RunId, JsonSerializer.Serialize(confirmed, ApprovalJson.Default.WriteConfirmation)));
        }

        return run.Journal.WriteAsync(kind, payload, changes, cancellationToken);
    }
}
