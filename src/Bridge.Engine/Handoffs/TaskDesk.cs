using System.Runtime.CompilerServices;
using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Handoffs.Results;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// Where people see their tasks, claim and answer them. What they say is laid beside the task's slip, so that it can be given
/// while a run is under way in another process; the run takes it when it looks next, and journals answers.
/// </summary>
/// <param name="store">Run store.</param>
/// <param name="outbox">Outbox.</param>
/// <param name="time">Clock.</param>
public sealed class TaskDesk(IRunStore store, IOutbox outbox, TimeProvider time)
{
    private const int LongestText = 400;
    private readonly TaskClaims claims = new(outbox);

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

    /// <summary>An open task, or null.</summary>
    public async Task<Handoff?> FindOpenAsync(string id, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(Handoff.Kind, id, cancellationToken) is { } json && Read(json) is { Open: true } handoff ? handoff : null;

    /// <summary>What people said about a task; null for nothing.</summary>
    public Task<TaskClaim?> ClaimOfAsync(string id, CancellationToken cancellationToken) => claims.FindAsync(id, cancellationToken);

    /// <summary>The answer to a task that lies in the outbox; null when there is none.</summary>
    public async Task<TaskAnswer?> AnswerOfAsync(string id, CancellationToken cancellationToken) =>
        await outbox.FindAnswerAsync(id, cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes, HandoffJson.Default.TaskAnswer) : null;

    /// <summary>Answers a task.</summary>
    /// <returns>A sentence that says what is wrong, or null.</returns>
    public Task<string?> AnswerAsync(string id, string value, string by, CancellationToken cancellationToken) =>
        ChangeAsync(id, new TaskChange { Answer = value }, by, cancellationToken);

    /// <summary>Writes down what a person says about a task; nothing of it when something is wrong.</summary>
    /// <returns>A sentence that says what is wrong, or null.</returns>
    public async Task<string?> ChangeAsync(string id, TaskChange change, string by, CancellationToken cancellationToken)
    {
        var handoff = await FindOpenAsync(id, cancellationToken);
        if (Problem(id, handoff, change) is { } problem)
        {
            return problem;
        }

        var before = await claims.FindAsync(id, cancellationToken);
        var after = change.On(before, by, time.GetUtcNow());
        if (before is null ? !after.IsEmpty : after with { By = before.By, At = before.At } != before)
        {
            await claims.WriteAsync(id, after, cancellationToken);
        }

        if (change.Answer is { } value)
        {
            var answer = new TaskAnswer(value.Trim(), by, time.GetUtcNow());
            await outbox.WriteAnswerAsync(id, JsonSerializer.SerializeToUtf8Bytes(answer, HandoffJson.Default.TaskAnswer), cancellationToken);
        }

        return null;
    }

    /// <summary>What is wrong with a change in one sentence; null for nothing.</summary>
    /// <param name="id">Id as it was given.</param>
    /// <param name="handoff">The open task of that id; null when there is none.</param>
    /// <param name="change">What is to be written down.</param>
    public static string? Problem(string id, Handoff? handoff, TaskChange change)
    {
        if (handoff is null)
        {
            return $"There is no open task '{id}'; 'bridge tasks' lists those that are.";
        }

        foreach (var (what, text) in new[] { ("owner", change.Owner), ("note", change.Note) })
        {
            if (text is { Length: > LongestText } || text?.Any(char.IsControl) == true)
            {
                return $"The {what} must be one line of at most {LongestText} characters.";
            }
        }

        if (change.Answer is { } answer)
        {
            return handoff.NeedsAnswer
                ? AnswerProblem(handoff, answer.Trim())
                : $"Task '{id}' needs no answer: Bridge looks on the target until it sees it done.";
        }

        return change.Done == true && handoff is { NeedsAnswer: true }
            ? $"Task '{id}' is done by its answer alone; give it as well."
            : null;
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

    private static string? AnswerProblem(Handoff handoff, string answer) => handoff.Form switch
    {
        OutcomeQuestion.Form when PackQuestion.IsTool(handoff.Tool) => PackQuestion.Problem(handoff.Tool, answer),
        OutcomeQuestion.Form => OutcomeQuestion.Problem(handoff.Tool, answer),
        _ => IsId(answer) ? null : $"'{answer}' is no id; copy the template's id from the portal, it has neither blanks nor more than 64 characters.",
    };

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
