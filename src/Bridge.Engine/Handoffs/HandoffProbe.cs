using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Contracts;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// Looks on the target whether what waits was done: an upload, an acceptance, a switch. A person's word alone closes
/// nothing; a refusal, a row that was left out and a mistyped rate are found here.
/// </summary>
/// <param name="run">Run.</param>
/// <param name="handoffs">Hands out again what was done wrong or not at all.</param>
internal sealed class HandoffProbe(RunContext run, HandoffWriter handoffs)
{
    private readonly HashSet<string> corrected = new(StringComparer.Ordinal);

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
        var found = listing.Find(step.Draft);
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

        return false;
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
            await ObserveAsync(step, row, new StepChangeOf(StepState.Applied) { TargetId = active.Id.Value, Reason = "Proved", Message = "Read from the target and equal, field by field." }, cancellationToken);
            return true;
        }

        return await WrongTermsAsync(step, row, active, differences, cancellationToken);
    }

    private async Task<bool> DeclineAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        await ObserveAsync(step, row, new StepChangeOf(StepState.Declined) { Reason = "PartnerDeclined", Message = "The partner declined the terms." }, cancellationToken);
        return true;
    }

    private async Task<bool> WrongTermsAsync(
        EstablishContract step, StepRow row, Contract active, IReadOnlyList<FieldDifference> differences, CancellationToken cancellationToken)
    {
        var wrong = differences.Select(difference => $"{difference.Path} is {difference.Before ?? "absent"}, must be {difference.After ?? "absent"}").ToList();
        var tooOften = row.Attempt >= run.Options.MaxHandoffs;
        if (step.Draft.Template.Step is { } build && !tooOften)
        {
            if (corrected.Add(build))
            {
                await CorrectTemplateAsync(build, step, wrong, cancellationToken);
            }

            if (row.Reason == "TermsDiffer" && run.Time.GetUtcNow() - row.Since < run.Options.ReissueAfter)
            {
                return false;
            }

            await ObserveAsync(step, row, new StepChangeOf(StepState.Waiting) { Attempt = row.Attempt + 1, Reason = "TermsDiffer", Message = string.Join("; ", wrong) }, cancellationToken);
            return false;
        }

        await ObserveAsync(step, row, new StepChangeOf(StepState.Conflict) { TargetId = active.Id.Value, Reason = "TermsDiffer", Message = string.Join("; ", wrong) }, cancellationToken);
        run.Failures.Count();
        return true;
    }

    /// <summary>A template that the first contract proves wrong is handed out again, with what is wrong about it.</summary>
    private async Task CorrectTemplateAsync(string build, EstablishContract step, IReadOnlyList<string> wrong, CancellationToken cancellationToken)
    {
        var row = await run.Journal.FindAsync(build, cancellationToken);
        var guide = run.Target.Port<IPortalGuide>();
        if (row is null || guide is null)
        {
            return;
        }

        await foreach (var candidate in run.Plan.StepsAsync(cancellationToken))
        {
            if (candidate is BuildTemplate template && candidate.Id == build)
            {
                await handoffs.IssueTaskAsync(
                    template,
                    row,
                    guide.BuildTemplate(template.Draft),
                    [$"Template {row.TargetId} does not say what was asked. Correct it and roll the change out to the partners who have it (Replace).", .. wrong],
                    moveStep: false,
                    cancellationToken);
                return;
            }
        }
    }

    /// <summary>Hands out again what was not done in time; after several times it becomes a question.</summary>
    private async Task<bool> NotSeenAsync(PlanStep step, StepRow row, string message, CancellationToken cancellationToken)
    {
        if (run.Time.GetUtcNow() - row.Since < run.Options.ReissueAfter)
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
