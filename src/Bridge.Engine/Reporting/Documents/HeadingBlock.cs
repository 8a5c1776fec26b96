namespace Bridge.Engine.Reporting.Documents;

/// <summary>A heading.</summary>
/// <param name="Id">Anchor, unique in the document: lower-case letters and hyphens.</param>
/// <param name="Level">2 for a chapter, 3 for a section.</param>
/// <param name="Text">Text.</param>
public sealed record HeadingBlock(string Id, int Level, string Text) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Heading(this);
}
