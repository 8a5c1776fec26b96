using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Runs;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>Templates and who proves them: before the run, and as they stand in it.</summary>
internal static class TemplateBlocks
{
    /// <summary>What a plan says.</summary>
    public static IEnumerable<ReportBlock> Of(PlanTotals totals)
    {
        if (totals.Templates is not { Count: > 0 } templates)
        {
            yield break;
        }

        yield return new HeadingBlock("templates", 3, "Who tries each template out");
        yield return new TableBlock(
            "The first partner of a template gets it alone; the others wait until that contract was read and is as planned",
            [new("Template"), new("Offer", ColumnKind.Code), new("On the target", ColumnKind.Code), new("State"), new("Canary"), new("How")],
            [.. templates.Select(each => new[]
            {
                each.Name,
                each.Key,
                each.Template.Id ?? "to be built",
                each.Proof is { } proof ? $"proved by {proof}" : "declared only",
                each.Canary is { } canary ? $"partner {canary.Partner}" : "-",
                each.Canary is { Way: var way } ? Word(way) : "-",
            })]);
    }

    /// <summary>What became of them.</summary>
    public static IEnumerable<ReportBlock> Of(RunReport report)
    {
        if (report.Templates is not { Count: > 0 } templates)
        {
            yield break;
        }

        yield return new HeadingBlock("templates", 3, "Templates");
        yield return new TableBlock(
            "A template is proved by reading a contract that was made from it; until then one partner has it",
            [new("Template"), new("Offer", ColumnKind.Code), new("On the target", ColumnKind.Code), new("State"), new("Canary"), new("Sent back"), new("What is wrong")],
            [.. templates.Select(each => new[]
            {
                each.Name,
                each.Key,
                each.TargetId ?? "not built yet",
                each.Proof is { } proof ? $"proved by {proof}" : CodeNames.Of(each.State),
                each.Canaries.Count == 0 ? "-" : string.Join(", then ", each.Canaries.Select(Word)),
                each.Corrections == 0 ? "-" : $"{each.Corrections}x",
                each.Wrong.Count == 0 ? "-" : string.Join("; ", each.Wrong),
            })]);
    }

    private static string Word(TrialCanary canary) => canary.Ended is { } ended ? $"partner {canary.Partner} ({Why(ended)})" : $"partner {canary.Partner}";

    private static string Why(string ended) => ended switch
    {
        "declined" => "declined",
        "noAnswer" => "no answer in time",
        "otherTemplate" => "has the terms from another template",
        _ => "did not get it",
    };

    private static string Word(ContractWay way) => way switch
    {
        ContractWay.CreateDirectly => "account made by a call",
        ContractWay.ImportFile => "row of an import file",
        ContractWay.SwitchInPortal => "switched in the portal",
        ContractWay.ProspectFile => "prospect, has to accept",
        _ => "invited in the portal, has to accept",
    };
}
