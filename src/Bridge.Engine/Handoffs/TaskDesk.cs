using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Handoffs;

/// <summary>Where people see their tasks and answer them.</summary>
/// <param name="store">Run store.</param>
/// <param name="time">Clock.</param>
public sealed class TaskDesk(IRunStore store, TimeProvider time)
{
    /// <summary>Files and tasks that are open, in order of their ids.</summary>
    public async IAsyncEnumerable<Handoff> OpenAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in store.ReadDocumentsAsync(Handoff.Kind, cancellationToken))
        {
            if (Read(document.Json) is { Open: true } handoff)
            {
                yield return handoff;
            }
        }
    }

    /// <summary>Answers a task. The run goes on with the answer when it looks next.</summary>
    /// <returns>A sentence that says what is wrong, or null.</returns>
    public async Task<string?> AnswerAsync(OwnerEpoch epoch, string id, string value, string by, CancellationToken cancellationToken)
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
        if (trimmed.Length is 0 or > 64 || trimmed.Any(char.IsWhiteSpace))
        {
            return $"'{trimmed}' is no id; copy the template's id from the portal, it has neither blanks nor more than 64 characters.";
        }

        foreach (var step in handoff.Steps)
        {
            var answer = new TaskAnswer(step, trimmed, by, time.GetUtcNow());
            await store.AppendAsync(
                epoch,
                new JournalRecord(JournalKind.Decided, handoff.RunId, step, new JsonObject { ["task"] = id, ["answer"] = trimmed, ["by"] = by }),
                [new StoreChange.SetDocument(TaskAnswer.Kind, step, JsonSerializer.Serialize(answer, HandoffJson.Default.TaskAnswer))],
                cancellationToken);
        }

        return null;
    }

    /// <summary>The hand-off of a document.</summary>
    internal static Handoff Read(string json) =>
        JsonSerializer.Deserialize(json, HandoffJson.Default.Handoff) ?? throw new FormatException("A hand-off document is null.");
}
