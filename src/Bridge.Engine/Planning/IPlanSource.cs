namespace Bridge.Engine.Planning;

/// <summary>A stored plan: read as a stream, as often as needed. The bytes were checked against the hash when it was opened.</summary>
public interface IPlanSource
{
    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    string Hash { get; }

    /// <summary>The first line.</summary>
    PlanHeader Header { get; }

    /// <summary>The last line.</summary>
    PlanTotals Totals { get; }

    /// <summary>All lines in order.</summary>
    IAsyncEnumerable<PlanLine> ReadAsync(CancellationToken cancellationToken);
}
