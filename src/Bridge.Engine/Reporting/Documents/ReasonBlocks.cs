using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>Records that do not move, by reason.</summary>
internal static class ReasonBlocks
{
    public static IEnumerable<ReportBlock> Of(IEnumerable<ReasonGroup> reasons, Outcome outcome)
    {
        var groups = reasons.Where(group => group.Outcome == outcome).ToList();
        if (groups.Count == 0)
        {
            yield break;
        }

        var (id, title) = outcome switch
        {
            Outcome.Blocked => ("blocked", "Records that cannot move"),
            Outcome.Manual => ("manual", "Records that wait for a person"),
            _ => ("skipped", "Records that are out of scope"),
        };
        yield return new HeadingBlock(id, 3, title);
        yield return new TableBlock(
            $"By reason, {(outcome == Outcome.Skipped ? "all of them meant" : "the most frequent first")}",
            [new("Records"), new("Reason", ColumnKind.Code), new("Count", ColumnKind.Number), new("Why"), new("Examples")],
            [.. groups.Select(group => new[]
            {
                EntityNames.Of(group.Entity),
                group.IsConflict() ? $"{group.Reason} (conflict)" : group.Reason,
                NumberText.Of(group.Count),
                group.Message,
                RecordText.Of(group.Examples, group.Count),
            })]);
    }
}
