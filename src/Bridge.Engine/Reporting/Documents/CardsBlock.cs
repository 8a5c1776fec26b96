namespace Bridge.Engine.Reporting.Documents;

/// <summary>Cards to search in.</summary>
/// <param name="Id">Anchor, unique in the document.</param>
/// <param name="Caption">What they are.</param>
/// <param name="Cards">The cards.</param>
/// <param name="Note">What is left out; null when nothing is.</param>
public sealed record CardsBlock(string Id, string Caption, IReadOnlyList<Card> Cards, string? Note = null) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Cards(this);
}
