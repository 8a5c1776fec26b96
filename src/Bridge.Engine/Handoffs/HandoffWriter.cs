using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
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
    private readonly Dictionary<PackBatch, List<(CreatePartner Step, StepRow? Row)>> waiting = [];
    private readonly Dictionary<PartnerEntry, FilePackColumns> columns = [];
    private readonly HandoffHistory history = new(run);

    /// <summary>Id of the task of a step.</summary>
    public static string TaskIdOf(string planHash, string stepId) => "task-" + OperationIds.Of(planHash, stepId)[..16];

    /// <summary>Puts a partner into the next file of its way in; a full file is handed out at once.</summary>
    public async Task AddRowAsync(CreatePartner step, StepRow? row, CancellationToken cancellationToken)
    {
        var batch = new PackBatch(step.Entry, Format().BatchOf(step.Entry, step.Draft));
        if (!waiting.TryGetValue(batch, out var rows))
        {
            waiting[batch] = rows = [];
        }

        rows.Add((step, row));
        if (rows.Count >= Format().MaxRows(step.Entry))
        {
            await FlushAsync(batch, cancellationToken);
        }
    }

    /// <summary>Hands out what is left in the files.</summary>
    /// <returns>True when there was something.</returns>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var batch in waiting.Keys.OrderBy(batch => batch.Entry).ThenBy(batch => batch.Shared, StringComparer.Ordinal).ToList())
        {
            any |= waiting[batch].Count > 0;
            await FlushAsync(batch, cancellationToken);
        }

        return any;
    }

    /// <summary>Hands out a task; again with what was found wrong when it was handed out before.</summary>
    public async Task IssueTaskAsync(PlanStep step, StepRow? row, PortalTask task, IReadOnlyList<string> wrong, bool moveStep, CancellationToken cancellationToken)
    {
        var attempt = (row?.Attempt ?? 0) + 1;
        var id = TaskIdOf(run.Plan.Hash, step.Id);
        var earlier = await history.TakeOverAsync([row?.HandoffId ?? id], id, cancellationToken);
        var handoff = new Handoff
        {
            Id = id,
            RunId = run.RunId,
            Form = Handoff.WorkItem,
            Tool = task.Task,
            Title = task.Title,
            Steps = [step.Id],
            IssuedAt = earlier.IssuedAt,
            Reissue = attempt - 1,
            NeedsAnswer = task.NeedsAnswer,
            Wrong = [.. wrong, .. earlier.Wrong],
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
            IssuedAt = run.Time.GetUtcNow(),
            NeedsAnswer = true,
        };
        await JournalAsync(handoff, cancellationToken);
        await run.Journal.MoveAsync(JournalKind.Observed, step, row, change with { HandoffId = handoff.Id }, new JsonObject { ["handoff"] = handoff.Id }, cancellationToken);
        await WriteTaskAsync(handoff, question, cancellationToken);
    }

    /// <summary>Writes the files of a task: the sheet first, the slip last.</summary>
    public async Task WriteTaskAsync(Handoff handoff, PortalTask task, CancellationToken cancellationToken)
    {
        await BuildSheet.WriteAsync(run.Outbox, handoff, task, cancellationToken);
        await HandoffSlip.WriteAsync(run.Outbox, handoff, task, cancellationToken);
        await JournalAsync(handoff with { Written = true }, cancellationToken);
    }

    /// <summary>Writes the files of a pack whose steps are known already.</summary>
    public async Task WritePackAsync(Handoff handoff, PartnerEntry entry, IReadOnlyList<CreatePartner> steps, CancellationToken cancellationToken)
    {
        var format = Format();
        var used = await ColumnsAsync(entry, cancellationToken);
        var rows = steps.Select(step => new FilePackRow(step.Id, step.Draft)).ToList();
        var written = new FilePackReceipt([]);
        await run.Outbox.WriteFileAsync(handoff.Id, handoff.Extension ?? "csv", async (stream, token) => written = await format.WriteAsync(entry, rows, stream, token), cancellationToken);
        var full = handoff with { Rows = written.Rows, Notes = used.Notes().ToValueList() };
        await HandoffSlip.WriteAsync(run.Outbox, full, format.Instructions(entry, written.Rows.Sum()), used, format.BatchOf(entry, steps[0].Draft), cancellationToken);
        await JournalAsync(full with { Written = true }, cancellationToken);
        await LeaveOutAsync(full, steps, cancellationToken);
    }

    /// <summary>Takes a hand-off back: nothing waits for it any more, and its personal values leave the outbox.</summary>
    public async Task CloseAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        var removed = await history.HashOfFileAsync(handoff, cancellationToken);
        await run.Outbox.RemoveAsync(handoff.Id, cancellationToken);
        await JournalAsync(handoff with { Open = false, Written = true }, cancellationToken, removed);
    }

    /// <summary>Removes what people said about a hand-off of a run that is at its end: it is never repeated.</summary>
    public Task ForgetAsync(Handoff handoff, CancellationToken cancellationToken) => history.ForgetAsync(handoff.Id, cancellationToken);

    /// <summary>Writes a hand-off down.</summary>
    internal Task JournalAsync(Handoff handoff, CancellationToken cancellationToken, string? removed = null)
    {
        var payload = new JsonObject { ["handoff"] = handoff.Id, ["written"] = handoff.Written, ["open"] = handoff.Open, ["steps"] = handoff.Steps.Count };
        if (removed is not null)
        {
            payload["removed"] = handoff.FileName;
            payload["sha256"] = removed;
        }

        return run.Journal.WriteAsync(
            JournalKind.Issued,
            payload,
            [new StoreChange.SetDocument(Handoff.Kind, handoff.Id, JsonSerializer.Serialize(handoff, HandoffJson.Default.Handoff))],
            cancellationToken);
    }

    private async Task FlushAsync(PackBatch batch, CancellationToken cancellationToken)
    {
        var rows = waiting[batch];
        if (rows.Count == 0)
        {
            return;
        }

        _ = await ColumnsAsync(batch.Entry, cancellationToken);
        var reissue = rows.Max(row => row.Row?.Attempt ?? 0);
        var tool = Format().ToolFor(batch.Entry) ?? throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} has no file for {batch.Entry}.");
        var id = $"{tool}-" + OperationIds.Of(run.Plan.Hash, $"{rows[0].Step.Id}\n{reissue}\n{rows.Count}")[..12];
        var earlier = await history.TakeOverAsync(rows.Select(row => row.Row?.HandoffId), id, cancellationToken);
        var handoff = new Handoff
        {
            Id = id,
            RunId = run.RunId,
            Form = Handoff.FilePack,
            Tool = tool,
            Title = $"Upload {rows.Count} partners by {tool}{(batch.Shared is { } shared ? $" with template {shared}" : "")}",
            Steps = rows.Select(row => row.Step.Id).ToValueList(),
            Extension = Format().ExtensionOf(batch.Entry),
            IssuedAt = earlier.IssuedAt,
            Reissue = reissue,
            Wrong = earlier.Wrong,
        };
        await JournalAsync(handoff, cancellationToken);
        foreach (var (step, row) in rows)
        {
            await MoveAsync(step, row, handoff, (row?.Attempt ?? 0) + 1, cancellationToken);
        }

        await WritePackAsync(handoff, batch.Entry, [.. rows.Select(row => row.Step)], cancellationToken);
        rows.Clear();
    }

    /// <summary>The columns in use; a template that cannot be used stops the run before anything of the file is handed out.</summary>
    private async Task<FilePackColumns> ColumnsAsync(PartnerEntry entry, CancellationToken cancellationToken)
    {
        if (!columns.TryGetValue(entry, out var used))
        {
            columns[entry] = used = await Format().ColumnsAsync(entry, cancellationToken);
        }

        var wrong = used.Problems.Where(problem => problem.Severity == Severity.Blocking).Select(problem => problem.ToString()).ToList();
        return wrong.Count == 0 ? used : throw new RunStoppedException("TemplateUnusable", string.Join(" ", wrong));
    }

    /// <summary>A partner whose personal values were erased stands in no file: it would wait for nothing.</summary>
    private async Task LeaveOutAsync(Handoff handoff, IReadOnlyList<CreatePartner> steps, CancellationToken cancellationToken)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            if (handoff.Rows[index] == 0 && await run.Journal.FindAsync(steps[index].Id, cancellationToken) is { State: StepState.Waiting } row)
            {
                var change = new StepChangeOf(StepState.NeedsHuman) { Reason = "PersonErased", Message = "The personal values of this partner were erased, so it stands in no file." };
                await run.Journal.MoveAsync(JournalKind.Observed, steps[index], row, change, new JsonObject { ["handoff"] = handoff.Id }, cancellationToken);
            }
        }
    }

    private Task MoveAsync(PlanStep step, StepRow? row, Handoff handoff, int attempt, CancellationToken cancellationToken) =>
        run.Journal.MoveAsync(
            JournalKind.Issued,
            step,
            row,
            new StepChangeOf(StepState.Waiting) { Attempt = attempt, HandoffId = handoff.Id, Reason = WaitReasons.ForPerson, Message = handoff.Title },
            new JsonObject { ["handoff"] = handoff.Id },
            cancellationToken);

    private IFilePackFormat Format() => run.Target.Port<IFilePackFormat>()
        ?? throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} takes no files.");

    /// <summary>What the partners of one upload have in common.</summary>
    private readonly record struct PackBatch(PartnerEntry Entry, string? Shared);
}
