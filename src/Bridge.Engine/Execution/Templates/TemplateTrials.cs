using System.Text.Json;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution.Templates;

/// <summary>
/// Lets one partner at a time try a template out. A template whose id was declared is no more than that; its canary's contract,
/// read from the target and equal to the plan field by field, proves it and lets everybody else go. A difference brings it back
/// to who built it, and nobody else gets it.
/// </summary>
/// <param name="run">Run.</param>
/// <param name="handoffs">Hands a wrong template out again.</param>
internal sealed class TemplateTrials(RunContext run, HandoffWriter handoffs)
{
    /// <summary>Reason of a step that waits for somebody else's contract.</summary>
    public const string Waits = "WaitsForCanary";

    private readonly TrialBook book = new(run);

    /// <summary>Reads what an earlier process left.</summary>
    public Task LoadAsync(CancellationToken cancellationToken) => book.LoadAsync(cancellationToken);

    /// <summary>Whether a step may give its template to its partner now.</summary>
    public TrialVerdict Ask(PlanStep step)
    {
        if (book.Find(TemplateOf(step)) is not { } found || found.Trial.State == TemplateState.Proved)
        {
            return TrialVerdict.Go;
        }

        return found.Trial.State switch
        {
            TemplateState.Refuted => TrialVerdict.Never,
            TemplateState.Declared when found.Trial.Canaries.Any(canary => canary.Step == step.Id) => TrialVerdict.Go,
            _ => TrialVerdict.Wait,
        };
    }

    /// <summary>The sentence of a step that waits, or that never goes.</summary>
    public string Sentence(PlanStep step, TrialVerdict verdict)
    {
        var (planned, trial) = book.Find(TemplateOf(step))!.Value;
        return verdict == TrialVerdict.Never
            ? $"Template '{planned.Name}' is not as planned: {string.Join("; ", trial.Wrong)}. Correct it in the portal, roll the change out to those who have it, and make a new plan."
            : $"Waits until the first contract of template '{planned.Name}' was read and is as planned.";
    }

    /// <summary>Before each pass: a corrected template is tried again, a canary who declined or does not answer is followed by another one.</summary>
    /// <returns>True when something changed.</returns>
    public async Task<bool> ReviewAsync(CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var (planned, trial) in book.All)
        {
            changed |= trial.State switch
            {
                TemplateState.Wrong => await ReviewCorrectionAsync(planned, trial, cancellationToken),
                TemplateState.Declared => await ReviewCanaryAsync(planned, trial, cancellationToken),
                _ => false,
            };
        }

        return changed;
    }

    /// <summary>A contract is on the target with every planned term: it proves the template it was made from.</summary>
    public async Task ProveAsync(EstablishContract step, EstablishContract resolved, Contract contract, CancellationToken cancellationToken)
    {
        if (book.Find(step.TemplateKey) is not { } found || found.Trial.State is TemplateState.Proved
            || IsOfAnother(resolved, contract) || TemplateTermsHash.Of(resolved.Draft.Terms) != found.Planned.Terms)
        {
            return;
        }

        var now = run.Time.GetUtcNow();
        var trial = found.Trial with { State = TemplateState.Proved, Since = now, Contract = contract.Id.Value, Wrong = [] };
        await book.SaveAsync(trial, new TemplateProof(resolved.Draft.Template.Require(), found.Planned.Terms, contract.Id.Value, run.RunId, now), cancellationToken);
        await CloseCorrectionAsync(found.Planned, cancellationToken);
    }

    /// <summary>A contract that was made from the template shows other terms than planned.</summary>
    /// <returns>True when it is to be waited for a correction, false when nobody in this run makes one.</returns>
    public async Task<bool> RefuteAsync(EstablishContract step, EstablishContract resolved, Contract contract, ValueList<string> wrong, CancellationToken cancellationToken)
    {
        if (book.Find(step.TemplateKey) is not { } found || TemplateTermsHash.Of(resolved.Draft.Terms) != found.Planned.Terms)
        {
            return false;
        }

        var (planned, trial) = found;
        if (trial.State is TemplateState.Wrong or TemplateState.Refuted || !IsNews(trial, contract, wrong))
        {
            return trial.State != TemplateState.Refuted;
        }

        var now = run.Time.GetUtcNow();
        var refuted = trial.State == TemplateState.Proved
            ? new TemplateProof(resolved.Draft.Template.Require(), planned.Terms, contract.Id.Value, run.RunId, now, Refuted: true)
            : null;
        var corrected = planned.Template.Step is not null && trial.Corrections + 1 < run.Options.MaxHandoffs;
        var next = trial with
        {
            State = corrected ? TemplateState.Wrong : TemplateState.Refuted,
            Since = now,
            Corrections = trial.Corrections + (corrected ? 1 : 0),
            Contract = contract.Id.Value,
            Wrong = wrong,
        };
        if (corrected)
        {
            await HandBackAsync(planned, next, cancellationToken);
        }

        await book.SaveAsync(next, refuted, cancellationToken);
        return corrected;
    }

    /// <summary>True for a contract that was made from another template: it tells nothing of this one.</summary>
    public static bool IsOfAnother(EstablishContract resolved, Contract contract) =>
        contract.TemplateId is { } made && resolved.Draft.Template.Id is { } wanted && made != wanted;

    private static string? TemplateOf(PlanStep step) => step switch
    {
        CreatePartner create => create.TemplateKey,
        EstablishContract { Channel: StepChannel.WorkItem } establish => establish.TemplateKey,
        _ => null,
    };

    /// <summary>
    /// False for what a correction may not have reached yet: the contract that was wrong before, unchanged, or one that was made
    /// before the template was corrected. After the reissue time it is news all the same.
    /// </summary>
    private bool IsNews(TemplateTrial trial, Contract contract, ValueList<string> wrong)
    {
        if (trial.Corrections == 0 || run.Time.GetUtcNow() - trial.Since >= run.Options.ReissueAfter)
        {
            return true;
        }

        return contract.Id.Value == trial.Contract
            ? !wrong.Equals(trial.Wrong)
            : contract.StartsAt is not { } start || start > trial.Since;
    }

    private async Task<bool> ReviewCorrectionAsync(PlannedTemplate planned, TemplateTrial trial, CancellationToken cancellationToken)
    {
        var now = run.Time.GetUtcNow();
        if (await run.Outbox.FindAnswerAsync(HandoffOf(planned), cancellationToken) is { } bytes
            && JsonSerializer.Deserialize(bytes, HandoffJson.Default.TaskAnswer) is { } answer && answer.At >= trial.Since)
        {
            await book.SaveAsync(trial with { State = TemplateState.Declared, Since = now }, null, cancellationToken);
            await CloseCorrectionAsync(planned, cancellationToken);
            return true;
        }

        if (now - trial.Since < run.Options.ReissueAfter)
        {
            return false;
        }

        var corrected = trial.Corrections + 1 < run.Options.MaxHandoffs;
        var next = corrected ? trial with { Corrections = trial.Corrections + 1, Since = now } : trial with { State = TemplateState.Refuted, Since = now };
        if (corrected)
        {
            await HandBackAsync(planned, next, cancellationToken);
        }

        await book.SaveAsync(next, null, cancellationToken);
        return true;
    }

    private async Task<bool> ReviewCanaryAsync(PlannedTemplate planned, TemplateTrial trial, CancellationToken cancellationToken)
    {
        var canary = trial.Canaries[^1];
        var attached = await run.Journal.FindAsync(canary.Step, cancellationToken);
        var contract = canary.Step == canary.Contract ? attached : await run.Journal.FindAsync(canary.Contract, cancellationToken);
        if (EndOf(attached, contract) is not { } ended
            || await CanarySearch.NextAsync(run, planned, trial, cancellationToken) is not { } next)
        {
            return false;
        }

        ValueList<TrialCanary> canaries = [.. trial.Canaries.SkipLast(1), canary with { Ended = ended }, next];
        await book.SaveAsync(trial with { Canaries = canaries }, null, cancellationToken);
        return true;
    }

    /// <summary>Why a canary proves nothing any more; null while it may.</summary>
    private string? EndOf(StepRow? attached, StepRow? contract)
    {
        var last = contract ?? attached;
        return (attached?.State, contract?.State) switch
        {
            (StepState.Declined, _) or (_, StepState.Declined) => "declined",
            (_, StepState.Applied) => "otherTemplate",
            (StepState.Conflict or StepState.Failed or StepState.Blocked, _) or (_, StepState.Conflict or StepState.Failed or StepState.Blocked) => "failed",
            (StepState.NeedsHuman, _) or (_, StepState.NeedsHuman) when !OutcomeQuestion.IsOpen(last!) || IsOverdue(last!) => "noAnswer",
            (StepState.Waiting, null or StepState.Waiting) or (_, StepState.Waiting) when last is { Reason: not ("TermsDiffer" or Waits) } && IsOverdue(last) => "noAnswer",
            _ => null,
        };
    }

    private bool IsOverdue(StepRow row) => row.Attempt > 1 || run.Time.GetUtcNow() - row.Since >= run.Options.ReissueAfter;

    private string HandoffOf(PlannedTemplate planned) => HandoffWriter.TaskIdOf(run.Plan.Hash, planned.Template.Step!);

    private async Task HandBackAsync(PlannedTemplate planned, TemplateTrial trial, CancellationToken cancellationToken)
    {
        var row = await run.Journal.FindAsync(planned.Template.Step!, cancellationToken);
        var guide = run.Target.Port<IPortalGuide>();
        var build = await run.Plan.StepsAsync(cancellationToken).OfType<BuildTemplate>().FirstOrDefaultAsync(step => step.Id == planned.Template.Step, cancellationToken);
        if (row is null || guide is null || build is null)
        {
            throw new InvalidOperationException($"Template '{planned.Key}' is wrong, and there is no task to hand it back with.");
        }

        // The answer to the first task must not pass for the answer to this one.
        await run.Outbox.RemoveAsync(HandoffOf(planned), cancellationToken);
        await handoffs.IssueTaskAsync(
            build,
            row with { Attempt = row.Attempt + trial.Corrections - 1 },
            guide.BuildTemplate(build.Draft),
            [$"Template {row.TargetId} does not say what was asked. Correct this template, make no other, and roll the change out to the partners who have it (Replace).", .. trial.Wrong],
            moveStep: false,
            cancellationToken);
    }

    private async Task CloseCorrectionAsync(PlannedTemplate planned, CancellationToken cancellationToken)
    {
        if (planned.Template.Step is not null
            && await run.Journal.Store.FindDocumentAsync(Handoff.Kind, HandoffOf(planned), cancellationToken) is { } json
            && TaskDesk.Read(json) is { Open: true } handoff)
        {
            await handoffs.CloseAsync(handoff, cancellationToken);
        }
    }
}
