namespace Bridge.Engine.Reporting.Documents;

/// <summary>One piece of a report. A closed family; <see cref="Match{TResult}"/> has one argument per case.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }

    /// <summary>Takes the case apart.</summary>
    public abstract TResult Match<TResult>(IBlockCases<TResult> cases);
}
