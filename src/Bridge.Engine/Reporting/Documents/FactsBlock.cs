namespace Bridge.Engine.Reporting.Documents;

/// <summary>Names and values.</summary>
/// <param name="Facts">The facts.</param>
public sealed record FactsBlock(IReadOnlyList<Fact> Facts) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Facts(this);
}
