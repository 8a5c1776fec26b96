namespace Bridge.Engine.Reporting.Documents;

/// <summary>A paragraph.</summary>
/// <param name="Text">Text.</param>
public sealed record TextBlock(string Text) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Text(this);
}
