namespace Bridge.Engine.Reporting.Documents;

/// <summary>A sentence that stands out.</summary>
/// <param name="Tone">How it is meant.</param>
/// <param name="Text">Text.</param>
public sealed record NoticeBlock(Tone Tone, string Text) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Notice(this);
}
