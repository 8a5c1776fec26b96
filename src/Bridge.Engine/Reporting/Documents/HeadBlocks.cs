using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>What a report is about.</summary>
internal static class HeadBlocks
{
    public static string TitleOf(ReportHead head, string what) =>
        head.Plan.Kind == PlanKind.Rollback ? $"{what} of the rollback of {head.Plan.RollsBack}" : $"{what} of {head.Plan.Migration}";

    public static string SubtitleOf(ReportHead head) =>
        $"{head.Plan.Client}: {head.Plan.SourceConnection} ({head.Plan.SourceRail}) → {head.Plan.TargetConnection} ({head.Plan.TargetRail}), program {head.Plan.TargetProgram}";

    public static FactsBlock Facts(ReportHead head) => new(
    [
        new("Plan", head.PlanHash, Code: true),
        new("Target account", head.Plan.TargetAccount, Code: true),
        .. Optional("Source data", head.Plan.SourceSnapshot),
        .. Optional("Target data", head.Plan.TargetSnapshot),
        .. Optional("Profile", head.Plan.Profile),
        .. Optional("Overrides", head.Plan.Overrides),
        new("Connectors", head.Plan.Connectors),
    ]);

    private static Fact[] Optional(string label, string? value) => value is null ? [] : [new Fact(label, value, Code: true)];
}
