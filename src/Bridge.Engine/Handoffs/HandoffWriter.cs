using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Handoffs;

/// <summary>
/// Hands rows and tasks to people. The journal knows of a hand-off before its files are written, and again afterwards; what
/// a crash leaves unwritten is written at the next start under the same id, so nothing is handed out twice.
/// </summary>
/// <param name="run">Run.</param>
internal sealed class HandoffWriter(RunContext run)
{
    private readonly Dictionary<PartnerEntry, List<(CreatePartner Step, StepRow? Row)>> waiting = [];

    /// <summary>Id of the task of a step.</summary>
    public static string TaskIdOf(string planHash, string stepId) => "task-" + OperationIds.Of(planHash, stepId)[..16];

    /// <summary>Puts a partner into the next file of its way in; a full file is handed out at once.</summary>
    public async Task AddRowAsync(CreatePartner step, StepRow? row, CancellationToken cancellationToken)
    {
        if (!waiting.TryGetValue(step.Entry, out var rows))
        {
            waiting[step.Entry] = rows = [];
        }

        rows.Add((step, row));
        if (rows.Count >= Format().MaxRows(step.Entry))
        {
            await FlushAsync(step.Entry, cancellationToken);
        }
    }

    /// <summary>Hands out what is left in the files.</summary>
    /// <returns>True when there was something.</returns>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var entry in waiting.Keys.Order().ToList())
        {
            any |= waiting[entry].Count > 0;
            await FlushAsync(entry, cancellationToken);
        }

        return any;
    }

    /// <summary>Hands out a task; again with what was found wrong when it was handed out before.</summary>
    public async Task IssueTaskAsync(PlanStep step, StepRow? row, PortalTask task, IReadOnlyList<string> wrong, bool moveStep, CancellationToken cancellationToken)
    {
        var attempt = (row?.Attempt ?? 0) + 1;
        var handoff = new Handoff
        {
            Id = TaskIdOf(run.Plan.Hash, step.Id),
            RunId = run.RunId,
            Form = "WorkItem",
            Tool = task.Task,
            Title = task.Title,
            Steps = [step.Id],
            Reissue = attempt - 1,
            NeedsAnswer = task.NeedsAnswer,
            Wrong = wrong.ToValueList(),
        };
        await JournalAsync(handoff, cancellationToken);
        if (moveStep)
        {
            await MoveAsync(step, row, handoff, attempt, cancellationToken);
        }

        await WriteTaskAsync(handoff, task, cancellationToken);
    }

    /// <summary>Asks whether a call was applied; the answer is awaited in the outbox.</summary>
    public async Task AskAsync(PlanStep step, StepRow row, PortalTask question, StepChangeOf change, CancellationToken cancellationToken)
    {
        var handoff = new Handoff
        {
            Id = OutcomeQuestion.IdOf(run.Plan.Hash, row),
            RunId = run.RunId,
            Form = OutcomeQuestion.Form,
            Tool = question.Task,
            Title = question.Title,
            Steps = [step.Id],
            NeedsAnswer = true,
        };
        await JournalAsync(handoff, cancellationToken);
        await run.Journal.MoveAsync(JournalKind.Observed, step, row, change with { HandoffId = handoff.Id }, new JsonObject { ["handoff"] = handoff.Id }, cancellationToken);
        await WriteTaskAsync(handoff, question, cancellationToken);
    }

    /// <summary>Writes the files of a task.</summary>
    public async Task WriteTaskAsync(Handoff handoff, PortalTask task, CancellationToken cancellationToken)
    {
        var slip = new JsonObject
        {
            ["kind"] = handoff.Form,
            ["id"] = handoff.Id,
            ["task"] = task.Task,
            ["title"] = task.Title,
            ["instructions"] = Texts([.. handoff.Wrong.Select(wrong => $"Correct this first: {wrong}"), .. task.Instructions]),
            ["fields"] = JsonNode.Parse(task.FieldsJson),
            ["needsAnswer"] = task.NeedsAnswer,
            ["reissue"] = handoff.Reissue,
        };
        if (handoff.Wrong.Count > 0)
        {
            slip["wrong"] = Texts(handoff.Wrong);
        }

        await run.Outbox.WriteSlipAsync(handoff.Id, JsonSerializer.SerializeToUtf8Bytes(slip, SlipJson.Default.JsonObject), cancellationToken);
        await JournalAsync(handoff with { Written = true }, cancellationToken);
    }

    /// <summary>Writes the files of a pack whose steps are known already.</summary>
    public async Task WritePackAsync(Handoff handoff, PartnerEntry entry, IReadOnlyList<CreatePartner> steps, CancellationToken cancellationToken)
    {
        var format = Format();
        var rows = steps.Select(step => new FilePackRow(step.Id, step.Draft)).ToList();
        await run.Outbox.WriteTableAsync(handoff.Id, async (stream, token) => await format.WriteAsync(entry, rows, stream, token), cancellationToken);
        var slip = new JsonObject
        {
            ["kind"] = handoff.Form,
            ["id"] = handoff.Id,
            ["file"] = handoff.Id + ".csv",
            ["tool"] = handoff.Tool,
            ["instructions"] = Texts(format.Instructions(entry, rows.Count)),
            ["rows"] = rows.Count,
            ["reissue"] = handoff.Reissue,
        };
        await run.Outbox.WriteSlipAsync(handoff.Id, JsonSerializer.SerializeToUtf8Bytes(slip, SlipJson.Default.JsonObject), cancellationToken);
        await JournalAsync(handoff with { Written = true }, cancellationToken);
    }

    /// <summary>Takes a hand-off back: nothing waits for it any more, and its personal values leave the outbox.</summary>
    public async Task CloseAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        await run.Outbox.RemoveAsync(handoff.Id, cancellationToken);
        await JournalAsync(handoff with { Open = false, Written = true }, cancellationToken);
    }

    private async Task FlushAsync(PartnerEntry entry, CancellationToken cancellationToken)
    {
        var rows = waiting[entry];
        if (rows.Count == 0)
        {
            return;
        }

        var reissue = rows.Max(row => row.Row?.Attempt ?? 0);
        var tool = Format().ToolFor(entry) ?? throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} has no file for {entry}.");
        var handoff = new Handoff
        {
            Id = $"{tool}-" + OperationIds.Of(run.Plan.Hash, $"{rows[0].Step.Id}\n{reissue}\n{rows.Count}")[..12],
            RunId = run.RunId,
            Form = "FilePack",
            Tool = tool,
            Title = $"Upload {rows.Count} partners by {tool}",
            Steps = rows.Select(row => row.Step.Id).ToValueList(),
            Reissue = reissue,
        };
        await JournalAsync(handoff, cancellationToken);
        foreach (var (step, row) in rows)
        {
            await MoveAsync(step, row, handoff, (row?.Attempt ?? 0) + 1, cancellationToken);
        }

        await WritePackAsync(handoff, entry, [.. rows.Select(row => row.Step)], cancellationToken);
        rows.Clear();
    }

    private Task MoveAsync(PlanStep step, StepRow? row, Handoff handoff, int attempt, CancellationToken cancellationToken) =>
        run.Journal.MoveAsync(
            JournalKind.Issued,
            step,
            row,
            new StepChangeOf(StepState.Waiting) { Attempt = attempt, HandoffId = handoff.Id, Reason = "WaitsForPerson", Message = handoff.Title },
            new JsonObject { ["handoff"] = handoff.Id },
            cancellationToken);

    private Task JournalAsync(Handoff handoff, CancellationToken cancellationToken) => run.Journal.WriteAsync(
        JournalKind.Issued,
        new JsonObject { ["handoff"] = handoff.Id, ["written"] = handoff.Written, ["open"] = handoff.Open, ["steps"] = handoff.Steps.Count },
        [new StoreChange.SetDocument(Handoff.Kind, handoff.Id, JsonSerializer.Serialize(handoff, HandoffJson.Default.Handoff))],
        cancellationToken);

    private IFilePackFormat Format() => run.Target.Port<IFilePackFormat>()
        ?? throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} takes no files.");

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)JsonValue.Create(text, HandoffJson.Default.String))]);
}
