using Bridge.Engine.Planning;

namespace Bridge.Engine.Reporting.Documents;

/// <summary>The conservation rule per entity.</summary>
/// <param name="Caption">What it counts.</param>
/// <param name="Entities">One entry per entity.</param>
public sealed record EquationsBlock(string Caption, IReadOnlyList<EntityTotals> Entities) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Equations(this);
}
