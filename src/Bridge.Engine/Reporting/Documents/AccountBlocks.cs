using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>The conservation rule of a report.</summary>
internal static class AccountBlocks
{
    public static IEnumerable<ReportBlock> Of(string caption, IReadOnlyList<EntityTotals> entities)
    {
        yield return new HeadingBlock("account", 2, "Every record accounted for");
        yield return entities.Any(totals => totals.Extracted > 0 || !totals.Balanced())
            ? new EquationsBlock(caption, entities)
            : new TextBlock("A rollback decides about steps that were applied, not about records of the source.");
    }
}
