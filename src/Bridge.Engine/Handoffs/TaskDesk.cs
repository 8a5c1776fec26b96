using System.Runtime.CompilerServices;
using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// Where people see their tasks and answer them. An answer is laid beside the task's slip, so that it can be given while a
/// run is under way in another process; the run takes it when it looks next, and journals it.
/// </summary>
/// <param name="store">Run store.</param>
/// <param name="outbox">Outbox.</param>
/// <param name="time">Clock.</param>
public sealed class TaskDesk(IRunStore store, IOutbox outbox, TimeProvider time)
{
    /// <summary>Files and tasks that are open, in order of their ids.</summary>
    public async IAsyncEnumerable<Handoff> OpenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            if (Read(document.Json) is { Open: true } handoff)
            {
                yield return handoff;
            }
        }
    }

    /// <summary>Answers a task.</summary>
    /// <returns>A sentence that says what is wrong, or null.</returns>
    public async Task<string?> AnswerAsync(string id, string value, string by, CancellationToken cancellationToken)
    {
        var json = await store.FindDocumentAsync(Handoff.Kind, id, cancellationToken);
        if (json is null || Read(json) is not { Open: true } handoff)
        {
            return $"There is no open task '{id}'; 'bridge tasks' lists those that are.";
        }

        if (!handoff.NeedsAnswer)
        {
            return $"Task '{id}' needs no answer: Bridge looks on the target until it sees it done.";
        }

        var trimmed = value.Trim();
        var problem = handoff.Form == OutcomeQuestion.Form ? OutcomeQuestion.Problem(handoff.Tool, trimmed)
            : IsId(trimmed) ? null
            : $"'{trimmed}' is no id; copy the template's id from the portal, it has neither blanks nor more than 64 characters.";
        if (problem is not null)
        {
            return problem;
        }

        var answer = new TaskAnswer(trimmed, by, time.GetUtcNow());
        await outbox.WriteAnswerAsync(id, JsonSerializer.SerializeToUtf8Bytes(answer, HandoffJson.Default.TaskAnswer), cancellationToken);
        return null;
    }

    /// <summary>Reports that a partner declined an invitation, as the portal shows it. The run takes it when it looks next.</summary>
    /// <param name="partner">Source key of the partner.</param>
    /// <param name="by">Who saw it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <returns>A sentence that says what is wrong, or null.</returns>
    public async Task<string?> ReportDeclinedAsync(string partner, string by, CancellationToken cancellationToken)
    {
        if (!await IsAwaitedAsync(partner, cancellationToken))
        {
            return $"No run waits for partner '{partner}'.";
        }

        var report = new DeclinedPartner(null, by, time.GetUtcNow());
        await outbox.WriteAnswerAsync(DeclinedPartner.ReportId(partner), JsonSerializer.SerializeToUtf8Bytes(report, HandoffJson.Default.DeclinedPartner), cancellationToken);
        return null;
    }

    private async Task<bool> IsAwaitedAsync(string partner, CancellationToken cancellationToken)
    {
        var step = StepIds.Of(EntityKind.Partner, partner, "create");
        await foreach (var run in store.ReadRunsAsync(cancellationToken))
        {
            if (run.Status != RunStatus.Completed && await store.FindStepAsync(run.RunId, step, cancellationToken) is { State: StepState.Waiting, Reason: not TemplateTrials.Waits })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a text can be an id on a rail.</summary>
    internal static bool IsId(string text) => text.Length is > 0 and <= 64 && !text.Any(char.IsWhiteSpace);

    /// <summary>The hand-off of a document.</summary>
    internal static Handoff Read(string json) =>
        JsonSerializer.Deserialize(json, HandoffJson.Default.Handoff) ?? throw new FormatException("A hand-off document is null.");
}
