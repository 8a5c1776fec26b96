using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// Looks on the target whether what waits was done: an upload, an acceptance, a switch. A person's word alone closes
/// nothing; a refusal, a row that was left out and a mistyped rate are found here.
/// </summary>
/// <param name="run">Run.</param>
/// <param name="trials">What is known of the templates.</param>
internal sealed class HandoffProbe(RunContext run, TemplateTrials trials)
{
    /// <summary>Looks at one waiting step.</summary>
    /// <param name="step">The step as planned; references are resolved as far as they are known.</param>
    /// <param name="row">Its row.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>True when its state changed.</returns>
    public Task<bool> LookAsync(PlanStep step, StepRow row, CancellationToken cancellationToken) => step switch
    {
        BuildTemplate build => LookForAnswerAsync(build, row, cancellationToken),
        CreatePartner create => LookForPartnerAsync(create, row, cancellationToken),
        EstablishContract establish => LookForContractAsync(establish, row, cancellationToken),
        _ => throw new InvalidOperationException($"Step '{step.Id}' waits, and there is nothing on the target to look for."),
    };

    private async Task<bool> LookForAnswerAsync(BuildTemplate step, StepRow row, CancellationToken cancellationToken)
    {
        if (await FindAnswerAsync(step, row, cancellationToken) is not { } answer)
        {
            return false;
        }

        await ObserveAsync(step, row, new StepChangeOf(StepState.Applied) { TargetId = answer.Value, Reason = "Answered", Message = "Declared by a person; the first contract made from it is the proof." }, cancellationToken);
        return true;
    }

    private async Task<TaskAnswer?> FindAnswerAsync(BuildTemplate step, StepRow row, CancellationToken cancellationToken)
    {
        if (await run.Journal.Store.FindDocumentAsync(TaskAnswer.Kind, step.Id, cancellationToken) is { } known)
        {
            return JsonSerializer.Deserialize(known, HandoffJson.Default.TaskAnswer);
        }

        var bytes = row.HandoffId is null ? null : await run.Outbox.FindAnswerAsync(row.HandoffId, cancellationToken);
        var answer = bytes is null ? null : JsonSerializer.Deserialize(bytes, HandoffJson.Default.TaskAnswer);
        if (answer is null || !TaskDesk.IsId(answer.Value))
        {
            return null;
        }

        await run.Journal.WriteAsync(
            JournalKind.Decided,
            new JsonObject { ["step"] = step.Id, ["task"] = row.HandoffId, ["answer"] = answer.Value, ["by"] = answer.By },
            [new StoreChange.SetDocument(TaskAnswer.Kind, step.Id, JsonSerializer.Serialize(answer, HandoffJson.Default.TaskAnswer))],
            cancellationToken);
        return answer;
    }

    private async Task<bool> LookForPartnerAsync(CreatePartner step, StepRow row, CancellationToken cancellationToken)
    {
        var listing = await run.ListingSinceAsync(row.Since, cancellationToken);

        // An account that an importer matched keeps its own name and e-mail: it is known by its id.
        IReadOnlyList<ObservedPartner> found = row.TargetId is { } id && listing.Find(id) is { } known ? [known] : listing.Find(step.Draft);
        if (found.Count > 1)
        {
            await ObserveAsync(step, row, new StepChangeOf(StepState.Conflict) { Reason = "Duplicate", Message = $"Several accounts on the target carry this partner's key: {string.Join(", ", found.Select(each => each.Id))}." }, cancellationToken);
            run.Failures.Count();
            return true;
        }

        if (found.Count == 0 && await IsReportedAsync(step, cancellationToken) is { } report)
        {
            await ObserveAsync(step, row, new StepChangeOf(StepState.Declined) { Reason = "PartnerDeclined", Message = $"The partner turned the invitation down; {report.By} saw it in the portal." }, cancellationToken);
            await run.Outbox.RemoveAsync(DeclinedPartner.ReportId(step.Source!), cancellationToken);
            return true;
        }

        if (found.Count == 0)
        {
            return await NotSeenAsync(step, row, "Its row or invitation has not become a partner on the target.", cancellationToken);
        }

        var partner = found[0];
        if (partner.Active is not null)
        {
            await ObserveAsync(step, row, new StepChangeOf(StepState.Applied) { TargetId = partner.Id, Reason = "Seen" }, cancellationToken);
            return true;
        }

        if (partner.Refused)
        {
            await ObserveAsync(step, row, new StepChangeOf(StepState.Declined) { TargetId = partner.Id, Reason = "PartnerDeclined", Message = "The partner declined the terms." }, cancellationToken);
            return true;
        }

        if (WaitReasons.IsForPartner(row) || !partner.Contracts.Exists(contract => contract.Status is ContractStatus.Pending or ContractStatus.Upcoming))
        {
            return false;
        }

        // The portal has it: from here on the partner is next, not whoever works in the portal.
        await ObserveAsync(step, row, new StepChangeOf(StepState.Waiting) { TargetId = partner.Id, Reason = WaitReasons.ForPartner, Message = "The terms are proposed; the partner is next." }, cancellationToken);
        return true;
    }

    private async Task<DeclinedPartner?> IsReportedAsync(CreatePartner step, CancellationToken cancellationToken) =>
        step.Source is { } key && await run.Outbox.FindAnswerAsync(DeclinedPartner.ReportId(key), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, HandoffJson.Default.DeclinedPartner)
            : null;

    private async Task<bool> LookForContractAsync(EstablishContract step, StepRow row, CancellationToken cancellationToken)
    {
        var resolved = (EstablishContract?)await StepReferences.ResolveAsync(step, run.Journal, cancellationToken);
        if (resolved is null)
        {
            return false;
        }

        var listing = await run.ListingSinceAsync(row.Since, cancellationToken);
        var partner = listing.Find(resolved.Draft.Partner.Require());
        var active = partner?.Active;
        if (active is null || active.Id == resolved.Draft.Replaces)
        {
            return partner is { Refused: true, Active: null }
                ? await DeclineAsync(step, row, cancellationToken)
                : step.Channel == Rails.Abstractions.Capabilities.StepChannel.WorkItem && await NotSeenAsync(step, row, "The contract on the target is not switched.", cancellationToken);
        }

        var differences = ContractComparison.Differences(resolved.Draft.Terms, active);
        if (differences.Count == 0)
        {
            await trials.ProveAsync(step, resolved, active, cancellationToken);
            await ObserveAsync(step, row, new StepChangeOf(StepState.Applied) { TargetId = active.Id.Value, Reason = "Proved", Message = "Read from the target and equal, field by field." }, cancellationToken);
            return true;
        }

        return TemplateTrials.IsOfAnother(resolved, active)
            ? await OtherTemplateAsync(step, resolved, row, partner!, active, cancellationToken)
            : await WrongTermsAsync(step, resolved, row, active, differences, cancellationToken);
    }

    private async Task<bool> DeclineAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        await ObserveAsync(step, row, new StepChangeOf(StepState.Declined) { Reason = "PartnerDeclined", Message = "The partner declined the terms." }, cancellationToken);
        return true;
    }

    /// <summary>A contract that was not made from the planned template says nothing about that one; ours may still follow it.</summary>
    private async Task<bool> OtherTemplateAsync(EstablishContract step, EstablishContract resolved, StepRow row, ObservedPartner partner, Contract active, CancellationToken cancellationToken)
    {
        var template = resolved.Draft.Template.Require();
        var follows = partner.Contracts.Exists(contract => contract.TemplateId == template && contract.Status is ContractStatus.Pending or ContractStatus.Upcoming);
        if (follows || run.Time.GetUtcNow() - row.Since < run.Options.ReissueAfter)
        {
            return false;
        }

        var message = $"The partner's contract {active.Id} is made from template {active.TemplateId}, not from {template}; it is left as it is.";
        await ObserveAsync(step, row, new StepChangeOf(StepState.Conflict) { TargetId = active.Id.Value, Reason = "OtherTemplate", Message = message }, cancellationToken);
        run.Failures.Count();
        return true;
    }

    private async Task<bool> WrongTermsAsync(
        EstablishContract step, EstablishContract resolved, StepRow row, Contract active, IReadOnlyList<FieldDifference> differences, CancellationToken cancellationToken)
    {
        var wrong = differences.Select(difference => $"{difference.Path} is {difference.Before ?? "absent"}, must be {difference.After ?? "absent"}").ToValueList();
        var message = string.Join("; ", wrong);
        if (!await trials.RefuteAsync(step, resolved, active, wrong, cancellationToken))
        {
            await ObserveAsync(step, row, new StepChangeOf(StepState.Conflict) { TargetId = active.Id.Value, Reason = "TermsDiffer", Message = message }, cancellationToken);
            run.Failures.Count();
            return true;
        }

        if (row.Reason == "TermsDiffer" && row.Message == message)
        {
            return false;
        }

        await ObserveAsync(step, row, new StepChangeOf(StepState.Waiting) { Reason = "TermsDiffer", Message = message }, cancellationToken);
        return true;
    }

    /// <summary>Hands out again what was not done in time; after several times it becomes a question.</summary>
    private async Task<bool> NotSeenAsync(PlanStep step, StepRow row, string message, CancellationToken cancellationToken)
    {
        // What the portal has is not handed out again: a partner may take its time.
        if (WaitReasons.IsForPartner(row) || run.Time.GetUtcNow() - row.Since < run.Options.ReissueAfter)
        {
            return false;
        }

        var change = row.Attempt < run.Options.MaxHandoffs
            ? new StepChangeOf(StepState.NotApplied) { Reason = "NotSeen", Message = message }
            : new StepChangeOf(StepState.NeedsHuman) { Reason = "NotSeen", Message = $"{message} It was handed out {row.Attempt} times." };
        await ObserveAsync(step, row, change, cancellationToken);
        return true;
    }

    private Task ObserveAsync(PlanStep step, StepRow row, StepChangeOf change, CancellationToken cancellationToken) =>
        run.Journal.MoveAsync(JournalKind.Observed, step, row, change, null, cancellationToken);
}
