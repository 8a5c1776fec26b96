using System.Runtime.CompilerServices;
using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting;

/// <summary>
/// The account of a run: every source record of the plan with the outcome that the state of its step gives, and every planned
/// step in one place. Streams; holds counts only.
/// </summary>
/// <param name="plan">The plan of the run.</param>
/// <param name="findStep">State of a step in the run by its id; null when the run has not touched it.</param>
public sealed class RunAccount(IPlanSource plan, Func<string, CancellationToken, Task<StepRow?>> findStep)
{
    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    /// <summary>The outcome of every source record, in plan order.</summary>
    public async IAsyncEnumerable<RecordOutcome> OutcomesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in LinesAsync(cancellationToken))
        {
            if (line.Outcome is not null)
            {
                yield return line.Outcome;
            }
        }
    }

    /// <summary>Every step and outcome of the plan with what the run made of it, in plan order.</summary>
    public async IAsyncEnumerable<RunLine> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            if (line is OutcomeLine planned)
            {
                yield return new RunLine(line, null, Of(planned));
            }
            else if (line is StepLine { Step: var step })
            {
                var row = await findStep(step.Id, cancellationToken);
                var outcome = step.Source is null ? null : StepOutcomes.Of(step, row, await FindHoldUpAsync(step, row, cancellationToken));
                yield return new RunLine(line, row, outcome);
            }
        }
    }

    /// <summary>Both sums.</summary>
    /// <exception cref="ConservationException">A sum does not balance or a record passes twice.</exception>
    public Task<RunSums> SumAsync(CancellationToken cancellationToken) => WriteAsync(Stream.Null, cancellationToken);

    /// <summary>Writes the stored list of outcomes, one JSON object and LF for each source record, and gives the sums of what was written.</summary>
    /// <exception cref="ConservationException">A sum does not balance or a record passes twice; the list must not be kept.</exception>
    public async Task<RunSums> WriteAsync(Stream outcomes, CancellationToken cancellationToken)
    {
        var tally = new RunTally(plan);
        await foreach (var line in LinesAsync(cancellationToken))
        {
            tally.Count(line);
            if (line.Outcome is not null)
            {
                await outcomes.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line.Outcome, ReportJson.Default.RecordOutcome), cancellationToken);
                await outcomes.WriteAsync(LineFeed, cancellationToken);
            }
        }

        return tally.Sums();
    }

    /// <summary>Reads a stored list of outcomes.</summary>
    public static async IAsyncEnumerable<RecordOutcome> ReadAsync(Stream outcomes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(outcomes, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize(line, ReportJson.Default.RecordOutcome)
                ?? throw RunTally.Unbalanced("the stored list of outcomes holds an empty line.");
        }
    }

    /// <summary>Compares a stored list with the plan and the step states, record by record. No step may have moved since it was written.</summary>
    /// <exception cref="ConservationException">Names the first record that was lost, doubled or filed under another outcome.</exception>
    public async Task CheckAsync(Stream stored, CancellationToken cancellationToken)
    {
        await using var lines = ReadAsync(stored, cancellationToken).GetAsyncEnumerator(cancellationToken);
        RecordOutcome? previous = null;
        await foreach (var expected in OutcomesAsync(cancellationToken))
        {
            if (!await lines.MoveNextAsync())
            {
                throw RunTally.Unbalanced($"{Name(expected)} is missing in the stored outcomes, which end before it.");
            }

            var actual = lines.Current;
            if (!IsSame(actual, expected))
            {
                throw RunTally.Unbalanced(previous is not null && IsSame(actual, previous)
                    ? $"{Name(actual)} is in the stored outcomes twice."
                    : $"the stored outcomes have {Name(actual)} where {Name(expected)} belongs: one of them is missing, doubled or in the wrong place.");
            }

            if (actual.Outcome != expected.Outcome || actual.Reason != expected.Reason)
            {
                throw RunTally.Unbalanced($"{Name(actual)} is stored as {Filed(actual)}, but its step ended as {Filed(expected)}.");
            }

            previous = actual;
        }

        if (await lines.MoveNextAsync())
        {
            throw RunTally.Unbalanced($"{Name(lines.Current)} is in the stored outcomes and not in the plan, or twice.");
        }
    }

    private static bool IsSame(RecordOutcome left, RecordOutcome right) =>
        left.Entity == right.Entity && string.Equals(left.Source, right.Source, StringComparison.Ordinal);

    private static string Name(RecordOutcome outcome) => $"{EntityNames.Of(outcome.Entity)} '{outcome.Source}'";

    private static string Filed(RecordOutcome outcome) => outcome.Reason is null ? CodeNames.Of(outcome.Outcome) : $"{CodeNames.Of(outcome.Outcome)} ({outcome.Reason})";

    private static RecordOutcome Of(OutcomeLine planned) => new()
    {
        Entity = planned.Entity,
        Source = planned.Source,
        Outcome = planned.Outcome,
        Reason = planned.Reason,
        Message = planned.Message,
        Owner = planned.Outcome == Outcome.Manual ? TaskOwner.Reviewer : null,
        TargetId = planned.TargetId,
    };

    private async Task<StepRow?> FindHoldUpAsync(PlanStep step, StepRow? row, CancellationToken cancellationToken)
    {
        if (row is not null)
        {
            return null;
        }

        foreach (var dependency in step.DependsOn)
        {
            var state = await findStep(dependency, cancellationToken);
            if (state is { State: not (StepState.Applied or StepState.Adopted) })
            {
                return state;
            }
        }

        return null;
    }
}
