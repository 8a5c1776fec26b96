namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One source of rows: a file of a folder, or a report that is fetched.</summary>
public sealed class TableFile
{
    /// <summary>Kind.</summary>
    public required TableSchema Schema { get; init; }

    /// <summary>Name for cursors, raw pages and findings; free of credentials and personal values.</summary>
    public required string Name { get; init; }

    /// <summary>What people said about its dates, numbers and times.</summary>
    public TableForms Forms { get; init; } = TableForms.Open;

    /// <summary>When it was written last; null when it is fetched.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Opens the bytes: seekable, length known, content the same on every call as long as the source does not change.</summary>
    public required Func<CancellationToken, Task<Stream>> OpenAsync { get; init; }
}
