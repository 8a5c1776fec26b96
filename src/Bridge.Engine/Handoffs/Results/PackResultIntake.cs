using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs.Results;

/// <summary>
/// Takes what lies in the outbox about packs into the run: results of importers, answers to the questions that follow from them,
/// removals. Taking the same thing twice changes nothing, so a crash in between costs nothing.
/// </summary>
/// <param name="run">Run.</param>
/// <param name="handoffs">Hands out the questions.</param>
internal sealed class PackResultIntake(RunContext run, HandoffWriter handoffs)
{
    /// <summary>Takes what is there.</summary>
    /// <returns>True when a step changed.</returns>
    public async Task<bool> TakeAsync(CancellationToken cancellationToken)
    {
        await new PackDesk(run.Journal.Store, run.Outbox, run.Time).JournalRemovalsAsync(run.Journal.Epoch, run.RunId, cancellationToken);
        var packs = new List<Handoff>();
        await foreach (var document in run.Journal.Store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            var handoff = TaskDesk.Read(document.Json);
            if (handoff.Form == Handoff.FilePack && handoff.RunId == run.RunId)
            {
                packs.Add(handoff);
            }
        }

        var changed = false;
        foreach (var pack in packs)
        {
            if (await run.Outbox.FindAnswerAsync(PackResult.IdOf(pack.Id), cancellationToken) is { } bytes
                && JsonSerializer.Deserialize(bytes, HandoffJson.Default.PackResult) is { } result)
            {
                changed |= await TakeAsync(pack, result, cancellationToken);
            }
        }

        return changed;
    }

    /// <summary>Takes the answer to a question about a pack, if there is one.</summary>
    /// <returns>True when the state of the step changed.</returns>
    public async Task<bool> TakeAnswerAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        if (await run.Journal.Store.FindDocumentAsync(Handoff.Kind, row.HandoffId!, cancellationToken) is not { } json
            || await run.Outbox.FindAnswerAsync(row.HandoffId!, cancellationToken) is not { } bytes
            || JsonSerializer.Deserialize(bytes, HandoffJson.Default.TaskAnswer) is not { } answer)
        {
            return false;
        }

        var question = TaskDesk.Read(json);
        var change = answer.Value switch
        {
            PackQuestion.Again => new StepChangeOf(StepState.NotApplied) { Reason = "Corrected", Message = $"{answer.By} put right what the importer refused." },
            PackQuestion.Yes => new StepChangeOf(StepState.Waiting) { Reason = WaitReasons.ForPartner, Message = $"{answer.By} knows account {row.TargetId} as this partner's.", HandoffId = question.About },
            PackQuestion.No => new StepChangeOf(StepState.NotApplied) { Reason = "NotThisAccount", Message = $"{answer.By} says that account {row.TargetId} is somebody else's." },
            _ => null,
        };
        if (change is null || PackQuestion.Problem(question.Tool, answer.Value) is not null)
        {
            return false;
        }

        var details = new JsonObject { ["task"] = question.Id, ["answer"] = answer.Value, ["by"] = answer.By };
        await run.Journal.MoveAsync(JournalKind.Decided, step, row, change with { ClearsTarget = answer.Value == PackQuestion.No }, details, cancellationToken);
        return true;
    }

    private async Task<bool> TakeAsync(Handoff pack, PackResult result, CancellationToken cancellationToken)
    {
        var steps = await StepsAsync(result, cancellationToken);
        var changed = false;
        foreach (var row in result.Rows.Where(row => row.Fate != PackRowFate.Rejected))
        {
            changed |= steps.TryGetValue(row.Step, out var step) && await TakeUpAsync(pack, result, step, row, cancellationToken);
        }

        changed |= await RejectAsync(pack, result, steps, cancellationToken);
        await run.Journal.WriteAsync(
            JournalKind.Observed,
            new JsonObject { ["handoff"] = pack.Id, ["result"] = result.Files[^1], ["rows"] = result.Rows.Count, ["by"] = result.By },
            [new StoreChange.SetDocument(PackResult.Kind, pack.Id, JsonSerializer.Serialize(result, HandoffJson.Default.PackResult))],
            cancellationToken);
        await run.Outbox.RemoveAsync(PackResult.IdOf(pack.Id), CancellationToken.None);
        return changed;
    }

    /// <summary>A row that the portal has: the partner is next, and the account is known where there is evidence for it.</summary>
    private async Task<bool> TakeUpAsync(Handoff pack, PackResult result, CreatePartner step, PackRowResult row, CancellationToken cancellationToken)
    {
        if (await run.Journal.FindAsync(step.Id, cancellationToken) is not { State: StepState.Waiting } before || WaitReasons.IsForPartner(before))
        {
            return false;
        }

        var known = row.Account is { } account ? await EvidenceAsync(step, row, account, cancellationToken) : Evidence.None;
        if (known == Evidence.Unclear)
        {
            await AskAsync(pack, step, before, row.Account!, cancellationToken);
            return true;
        }

        var change = new StepChangeOf(StepState.Waiting)
        {
            Reason = WaitReasons.ForPartner,
            Message = $"The portal took its row{(known == Evidence.Sure ? $" for account {row.Account}" : "")}; the partner is next.{(row.Reason is { } partly ? $" A further row was refused: {partly}" : "")}",
            TargetId = known == Evidence.Sure ? row.Account : null,
        };
        await run.Journal.MoveAsync(JournalKind.Observed, step, before, change, Details(result, row), cancellationToken);
        return true;
    }

    /// <summary>
    /// Whether the account of a result is the partner's: the target shows key, e-mail or website of it there, or the result itself
    /// names key or e-mail and the target does not show another partner's key. Never a name.
    /// </summary>
    private async Task<Evidence> EvidenceAsync(CreatePartner step, PackRowResult row, string account, CancellationToken cancellationToken)
    {
        var listing = await run.ListingAsync(cancellationToken);
        if (listing.Find(step.Draft).Any(partner => partner.Id == account))
        {
            return Evidence.Sure;
        }

        var anothers = listing.Find(account)?.References.Any(reference =>
            step.Draft.References.Any(wanted => wanted.Scheme == reference.Scheme && wanted.Value != reference.Value)) == true;
        return row.Named && !anothers ? Evidence.Sure : Evidence.Unclear;
    }

    private async Task AskAsync(Handoff pack, CreatePartner step, StepRow before, string account, CancellationToken cancellationToken)
    {
        var name = step.Label ?? step.Source ?? step.Id;
        var question = new Handoff
        {
            Id = PackQuestion.IdOf(run.Plan.Hash, $"{step.Id}\n{account}"),
            RunId = run.RunId,
            Form = OutcomeQuestion.Form,
            Tool = PackQuestion.Match,
            Title = $"Is account {account} the partner '{name}' ({step.Source})?",
            Steps = [step.Id],
            About = pack.Id,
            IssuedAt = run.Time.GetUtcNow(),
            NeedsAnswer = true,
            Wrong = [$"The importer matched account {account} for '{name}', and nothing on the target shows that it is this partner's."],
        };
        var change = new StepChangeOf(StepState.NeedsHuman) { Reason = WaitReasons.ForMatch, Message = question.Wrong[0], HandoffId = question.Id, TargetId = account };
        await handoffs.JournalAsync(question, cancellationToken);
        await run.Journal.MoveAsync(JournalKind.Observed, step, before, change, new JsonObject { ["handoff"] = question.Id }, cancellationToken);
        await handoffs.WriteTaskAsync(question, PackQuestion.Of(question), cancellationToken);
    }

    /// <summary>Refused rows wait for a person who puts them right, and are then handed out again; they never wait in silence.</summary>
    private async Task<bool> RejectAsync(Handoff pack, PackResult result, Dictionary<string, CreatePartner> steps, CancellationToken cancellationToken)
    {
        var refused = new List<(CreatePartner Step, StepRow Row, PackRowResult Result)>();
        foreach (var row in result.Rows.Where(row => row.Fate == PackRowFate.Rejected))
        {
            if (steps.TryGetValue(row.Step, out var step)
                && await run.Journal.FindAsync(step.Id, cancellationToken) is { State: StepState.Waiting } before && before.HandoffId == pack.Id && !WaitReasons.IsForPartner(before))
            {
                refused.Add((step, before, row));
            }
        }

        if (refused.Count == 0)
        {
            return false;
        }

        var question = new Handoff
        {
            Id = PackQuestion.IdOf(run.Plan.Hash, $"{pack.Id}\n{result.Files[^1]}"),
            RunId = run.RunId,
            Form = OutcomeQuestion.Form,
            Tool = PackQuestion.Rejected,
            Title = $"The importer refused {refused.Count} partners of pack {pack.Id}",
            Steps = refused.Select(one => one.Step.Id).ToValueList(),
            About = pack.Id,
            IssuedAt = run.Time.GetUtcNow(),
            NeedsAnswer = true,
            Wrong = refused.Select(one => $"'{one.Step.Label ?? one.Step.Source}' ({one.Step.Source}): {one.Result.Reason}").ToValueList(),
        };
        await handoffs.JournalAsync(question, cancellationToken);
        foreach (var (step, before, row) in refused)
        {
            var change = new StepChangeOf(StepState.NeedsHuman) { Reason = "RowRefused", Message = $"The importer refused the row: {row.Reason}", HandoffId = question.Id };
            await run.Journal.MoveAsync(JournalKind.Observed, step, before, change, Details(result, row), cancellationToken);
        }

        await handoffs.WriteTaskAsync(question, PackQuestion.Of(question), cancellationToken);
        return true;
    }

    private async Task<Dictionary<string, CreatePartner>> StepsAsync(PackResult result, CancellationToken cancellationToken)
    {
        var wanted = result.Rows.Select(row => row.Step).ToHashSet(StringComparer.Ordinal);
        var steps = new Dictionary<string, CreatePartner>(StringComparer.Ordinal);
        await foreach (var step in run.Plan.StepsAsync(cancellationToken))
        {
            if (step is CreatePartner create && wanted.Contains(step.Id))
            {
                steps[step.Id] = create;
            }
        }

        return steps;
    }

    private static JsonObject Details(PackResult result, PackRowResult row) => new() { ["result"] = result.Files[^1], ["line"] = row.Line, ["fate"] = row.Fate.ToString() };

    private enum Evidence
    {
        None,
        Sure,
        Unclear,
    }
}
