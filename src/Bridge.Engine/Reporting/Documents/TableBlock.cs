namespace Bridge.Engine.Reporting.Documents;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows, each with one text per column.</param>
/// <param name="Note">What is left out; null when nothing is.</param>
public sealed record TableBlock(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note = null) : ReportBlock
{
    /// <inheritdoc />
    public override TResult Match<TResult>(IBlockCases<TResult> cases) => cases.Table(this);
}
