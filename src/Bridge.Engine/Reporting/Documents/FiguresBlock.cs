namespace Bridge.Engine.Reporting.Documents;

/// <summary>Key figures.</summary>
/// <param name="Figures">The figures.</param>
public sealed record FiguresBlock(IReadOnlyList<Figure> Figures) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Figures(this);
}
