using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Rollback;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>Lines of a run gathered by what they have in common. Grows with the number of codes and kinds, not of records.</summary>
/// <param name="limits">How many examples are kept.</param>
/// <param name="isRollback">True when the run takes another one back.</param>
internal sealed class RunGroups(ReportLimits limits, bool isRollback)
{
    private readonly Dictionary<(StepState? State, string Action, StepChannel Channel, string? Reason, TaskOwner? Owner), Gathered> steps = [];
    private readonly ReasonGroups reasons = new(limits);
    private readonly Dictionary<(RollbackClass Class, string Action), Gathered> rollback = [];

    public void Add(RunLine line)
    {
        var name = NameOf(line);
        if (line.Step is { } step)
        {
            AddStep(step, line.Row, name);
        }

        if (line.Outcome is { Reason: { } reason } outcome)
        {
            reasons.Add(outcome.Entity, outcome.Outcome, reason, outcome.Message, () => name);
        }
    }

    /// <summary>Keys of the partners that examples belong to.</summary>
    public IEnumerable<string> PartnersNamed() =>
        steps.Values.Concat(rollback.Values).SelectMany(group => group.Examples.First).Concat(reasons.Named).Select(record => record.Partner).OfType<string>();

    public ValueList<StateGroup> Steps(PartnerNames names) => steps
        .OrderBy(group => Place(group.Key.State))
        .ThenByDescending(group => group.Value.Examples.Count)
        .ThenBy(group => group.Key.Action, StringComparer.Ordinal)
        .ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
        .Select(group => new StateGroup
        {
            State = group.Key.State,
            Action = group.Key.Action,
            Channel = group.Key.Channel,
            Reason = group.Key.Reason,
            Message = group.Value.Message,
            Owner = group.Key.Owner,
            Count = group.Value.Examples.Count,
            Since = group.Value.Since,
            Handoffs = [.. group.Value.Handoffs],
            Examples = group.Value.Examples.Named(names),
        })
        .ToValueList();

    public ValueList<ReasonGroup> Reasons(PartnerNames names) => reasons.All(names);

    public ValueList<RollbackGroup> Rollback(PartnerNames names) => rollback
        .OrderByDescending(group => group.Key.Class)
        .ThenByDescending(group => group.Value.Examples.Count)
        .ThenBy(group => group.Key.Action, StringComparer.Ordinal)
        .Select(group => new RollbackGroup
        {
            Class = group.Key.Class,
            Action = group.Key.Action,
            Remains = group.Value.Message,
            Count = group.Value.Examples.Count,
            Examples = group.Value.Examples.Named(names),
        })
        .ToValueList();

    private static RecordName NameOf(RunLine line) => line.Line switch
    {
        StepLine { Step: var step } => PlanGroups.NameOf(step),
        OutcomeLine outcome => ReasonGroups.NameOf(outcome),
        _ => throw new ArgumentException("Only steps and outcomes have a name.", nameof(line)),
    };

    // What a person must act on comes first, what is done last.
    private static int Place(StepState? state) => state switch
    {
        StepState.NeedsHuman => 0,
        StepState.Waiting => 1,
        StepState.Failed => 2,
        StepState.Conflict => 3,
        StepState.Declined => 4,
        StepState.Unknown => 5,
        StepState.Intended => 6,
        StepState.Blocked => 7,
        StepState.NotApplied or StepState.Cancelled => 8,
        null => 9,
        _ => 10,
    };

    private void AddStep(PlanStep step, StepRow? row, RecordName name)
    {
        var action = Wording.StepText.Of(step);
        var owner = row is null || StepTransitions.IsFinal(row.State) && row.State != StepState.NeedsHuman ? (TaskOwner?)null : StepOutcomes.OwnerOf(step.Channel, row);
        Get(steps, (row?.State, action, step.Channel, row?.Reason, owner), row?.Message).Add(name, row);
        if (isRollback)
        {
            var final = RollbackSums.ClassOf(step, row);
            Get(rollback, (final, action), final == RollbackClass.Irreversible ? (step as KeepObject)?.Remains : row?.Message).Add(name, row);
        }
    }

    private Gathered Get<TKey>(Dictionary<TKey, Gathered> groups, TKey key, string? message)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups[key] = group = new Gathered(message, limits.Examples);
        }

        return group;
    }

    private sealed class Gathered(string? message, int limit)
    {
        public string? Message => message;

        public Examples Examples { get; } = new(limit);

        public List<string> Handoffs { get; } = [];

        public DateTimeOffset? Since { get; private set; }

        public void Add(RecordName name, StepRow? row)
        {
            Examples.Add(() => name);
            if (row is null)
            {
                return;
            }

            Since = Since is { } earlier && earlier <= row.Since ? earlier : row.Since;
            if (row.HandoffId is { } handoff && Handoffs.Count < limit && !Handoffs.Contains(handoff))
            {
                Handoffs.Add(handoff);
            }
        }
    }
}
