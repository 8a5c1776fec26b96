using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Execution;

/// <summary>
/// Compares what a run store keeps of a run three ways: steps of the plan, states of the steps, and the journal, which is the
/// second witness of every state. Keeps 24 bytes for each step.
/// </summary>
public static class RunAudit
{
    /// <summary>Checks a run. A run that is not completed may have steps that it has not touched.</summary>
    /// <param name="plan">Plan of the run.</param>
    /// <param name="store">Run store.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConservationException">Names the first record whose step was lost, doubled or misfiled.</exception>
    public static async Task CheckAsync(IPlanSource plan, IRunStore store, RunRow run, CancellationToken cancellationToken)
    {
        var told = await FoldAsync(store, run.RunId, cancellationToken);
        long rows = 0;
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            var row = await store.FindStepAsync(run.RunId, step.Id, cancellationToken);
            Told? journaled = told.Remove(Hash(step.Id), out var last) ? last : null;
            rows += row is null ? 0 : 1;
            if (row is not null && row.StepId != step.Id)
            {
                throw Broken($"{Name(step)} has the row of step '{row.StepId}'.");
            }

            if (row?.State != journaled?.State)
            {
                throw Broken($"{Name(step)}: step '{step.Id}' is {Word(row?.State)} in the run and {Word(journaled?.State)} in its journal.");
            }

            if (row is not null && Details(row.TargetId, row.Reason) != journaled!.Value.Details)
            {
                throw Broken($"{Name(step)}: step '{step.Id}' is {row.State} with '{row.TargetId ?? "nothing"}' ({row.Reason ?? "no reason"}) in the run, and its journal names something else.");
            }

            if (run.Status == RunStatus.Completed && (row is null || !StepTransitions.IsFinal(row.State)))
            {
                throw Broken($"{Name(step)}: step '{step.Id}' is {Word(row?.State)} although the run is completed.");
            }
        }

        if (told.Count > 0)
        {
            throw Broken($"{await NameForeignAsync(store, run.RunId, told, cancellationToken)} is in the journal and not in the plan.");
        }

        var counts = await store.CountStepsAsync(run.RunId, cancellationToken);
        if (counts.Values.Sum() != rows)
        {
            throw Broken($"{await NameForeignRowAsync(plan, store, run.RunId, cancellationToken)} has a row and is not in the plan.");
        }
    }

    /// <summary>The broken account of a run.</summary>
    internal static ConservationException Broken(string problem) => new(problem, "What was sent stays in the journal; report this as a defect.");

    /// <summary>A step's record, from the step's id.</summary>
    internal static string Name(string stepId) => $"{stepId[..stepId.IndexOf('/')]} '{StepIds.KeyOf(stepId)}'";

    /// <summary>Reads back what was just written.</summary>
    /// <exception cref="ConservationException">It is not there, or is something else.</exception>
    internal static async Task RequireStoredAsync(IRunStore store, PlanStep step, StepRow row, IEnumerable<StoreChange> changes)
    {
        var stored = await store.FindStepAsync(row.RunId, row.StepId, CancellationToken.None);
        if (stored is null || Kept(stored) != Kept(row))
        {
            throw Broken($"{Name(step)}: step '{step.Id}' was written as {row.State} and is {Word(stored?.State)} in the run store{(stored?.State == row.State ? ", with other details" : "")}.");
        }

        foreach (var change in changes)
        {
            var problem = change switch
            {
                StoreChange.SetIdMap { Row: var wanted } when await store.FindTargetAsync(wanted.Entity, wanted.Source, CancellationToken.None) is var found && found != wanted =>
                    $"its row of the id map leads to '{found?.Target ?? "nothing"}' instead of '{wanted.Target}'.",
                StoreChange.RemoveIdMap { Entity: var entity, Source: var source } when await store.FindTargetAsync(entity, source, CancellationToken.None) is not null =>
                    "its row of the id map was removed and is still there.",
                _ => null,
            };
            if (problem is not null)
            {
                throw Broken($"{Name(step)}: {problem}");
            }
        }
    }

    private static (string, string, StepState, int, string?, string?, string?) Kept(StepRow row) =>
        (row.RunId, row.StepId, row.State, row.Attempt, row.TargetId, row.Reason, row.HandoffId);

    private static string Name(PlanStep step) => $"{EntityNames.Of(step.Entity)} '{step.Source ?? StepIds.KeyOf(step.Id)}'";

    private static string Word(StepState? state) => state?.ToString() ?? "not there";

    /// <summary>The last state of every step as the journal tells it, each on a way that the state machine allows.</summary>
    private static async Task<Dictionary<ulong, Told>> FoldAsync(IRunStore store, string runId, CancellationToken cancellationToken)
    {
        var told = new Dictionary<ulong, Told>();
        await foreach (var (step, to) in StatesAsync(store, runId, cancellationToken))
        {
            StepState? from = told.TryGetValue(Hash(step), out var before) ? before.State : null;
            if (!StepTransitions.IsValid(from, to.State))
            {
                throw Broken($"{Name(step)}: the journal brings step '{step}' from {Word(from)} to {to.State}, which no run does; a record is missing, doubled or filed under another step.");
            }

            told[Hash(step)] = to;
        }

        return told;
    }

    private static IAsyncEnumerable<(string Step, Told To)> StatesAsync(IRunStore store, string runId, CancellationToken cancellationToken) =>
        store.ReadJournalAsync(0, cancellationToken)
            .Where(entry => entry.Record.RunId == runId && entry.Record.StepId is not null)
            .Select(entry => (entry.Record.StepId!, Read(entry.Record.Payload)));

    private static Told Read(JsonObject payload) => new(Enum.Parse<StepState>(Text(payload, "state")!), Details(Text(payload, "target"), Text(payload, "reason")));

    private static string? Text(JsonObject payload, string name) => payload[name]?.GetValue<string>();

    private static ulong Details(string? target, string? reason) => Hash($"{target}\n{reason}");

    private static async Task<string> NameForeignAsync(IRunStore store, string runId, Dictionary<ulong, Told> foreign, CancellationToken cancellationToken)
    {
        var (step, _) = await StatesAsync(store, runId, cancellationToken).FirstAsync(entry => foreign.ContainsKey(Hash(entry.Step)), cancellationToken);
        return $"{Name(step)} (step '{step}')";
    }

    private static async Task<string> NameForeignRowAsync(IPlanSource plan, IRunStore store, string runId, CancellationToken cancellationToken)
    {
        var planned = new HashSet<ulong>();
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            planned.Add(Hash(step.Id));
        }

        var row = await store.ReadStepsAsync(runId, null, cancellationToken).FirstOrDefaultAsync(each => !planned.Contains(Hash(each.StepId)), cancellationToken);
        return row is null ? "A step" : $"{Name(row.StepId)} (step '{row.StepId}')";
    }

    private readonly record struct Told(StepState State, ulong Details);

    private static ulong Hash(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}
