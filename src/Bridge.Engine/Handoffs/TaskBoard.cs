using Bridge.Engine.Execution;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Handoffs;

/// <summary>All open tasks with what is known about them. Reads the run store, the outbox and the plans; owns nothing.</summary>
/// <param name="store">Run store.</param>
/// <param name="outbox">Outbox.</param>
/// <param name="time">Clock.</param>
/// <param name="openPlan">Opens a stored plan by its hash.</param>
public sealed class TaskBoard(IRunStore store, IOutbox outbox, TimeProvider time, Func<string, CancellationToken, Task<IPlanSource>> openPlan)
{
    private readonly TaskDesk desk = new(store, outbox, time);

    /// <summary>The tasks that a filter takes, in order of their ids.</summary>
    public async Task<IReadOnlyList<TaskView>> ReadAsync(TaskFilter filter, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(cancellationToken).ToListAsync(cancellationToken);
        var blocks = new Dictionary<string, IReadOnlyList<NamedCount>>(StringComparer.Ordinal);
        var waiting = new Dictionary<string, (int Open, int WithPartner)>(StringComparer.Ordinal);
        foreach (var group in open.GroupBy(task => task.RunId, StringComparer.Ordinal))
        {
            await CountAsync(group.Key, waiting, blocks, cancellationToken);
        }

        var views = new List<TaskView>(open.Count);
        foreach (var task in open)
        {
            var (steps, withPartner) = waiting.GetValueOrDefault(task.Id);
            var view = new TaskView(
                task,
                await desk.ClaimOfAsync(task.Id, cancellationToken),
                task.NeedsAnswer ? await desk.AnswerOfAsync(task.Id, cancellationToken) : null,
                task.IssuedAt is { } issued ? time.GetUtcNow() - issued : null,
                steps,
                withPartner,
                blocks.GetValueOrDefault(task.Id) ?? []);
            if (filter.Takes(view))
            {
                views.Add(view);
            }
        }

        return views;
    }

    private async Task CountAsync(
        string runId,
        Dictionary<string, (int Open, int WithPartner)> waiting,
        Dictionary<string, IReadOnlyList<NamedCount>> blocks,
        CancellationToken cancellationToken)
    {
        var taskOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var state in new[] { StepState.Waiting, StepState.NeedsHuman })
        {
            await foreach (var row in store.ReadStepsAsync(runId, state, cancellationToken))
            {
                if (row.HandoffId is { } task)
                {
                    taskOf[row.StepId] = task;
                    var (open, withPartner) = waiting.GetValueOrDefault(task);
                    waiting[task] = (open + 1, withPartner + (WaitReasons.IsForPartner(row) ? 1 : 0));
                }
            }
        }

        if (taskOf.Count > 0 && await store.FindRunAsync(runId, cancellationToken) is { } run)
        {
            foreach (var (task, counts) in await BlockedSteps.CountAsync(await openPlan(run.PlanHash, cancellationToken), taskOf, cancellationToken))
            {
                blocks[task] = counts;
            }
        }
    }
}
