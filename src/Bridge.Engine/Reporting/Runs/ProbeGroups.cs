using Bridge.Engine.Execution;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>Gathers notes of probes by reason.</summary>
internal sealed class ProbeGroups(DryRun.ReportLimits limits)
{
    private readonly SortedDictionary<string, (string? Message, long Count, long PutRight, List<string> Steps)> groups = new(StringComparer.Ordinal);

    public void Add(ProbeNote note, StepRow? now)
    {
        var group = groups.TryGetValue(note.Reason, out var known) ? known : (note.Message, 0, 0, []);
        if (group.Steps.Count < limits.Examples && !group.Steps.Contains(note.StepId))
        {
            group.Steps.Add(note.StepId);
        }

        var putRight = now is not null && StepTransitions.IsSuccess(now.State) ? 1 : 0;
        groups[note.Reason] = (group.Message, group.Count + 1, group.PutRight + putRight, group.Steps);
    }

    public ValueList<ProbeGroup> Build() => groups
        .Select(group => new ProbeGroup
        {
            Reason = group.Key,
            Message = group.Value.Message,
            Count = group.Value.Count,
            PutRight = group.Value.PutRight,
            Steps = [.. group.Value.Steps],
        })
        .ToValueList();
}
