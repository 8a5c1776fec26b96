namespace Bridge.Rails.Rakuten.Files;

/// <summary>One source of rows: a file of the export folder, or one window of a saved report that is fetched.</summary>
internal sealed class ExportFile
{
    /// <summary>Kind.</summary>
    public required ExportSchema Schema { get; init; }

    /// <summary>Name for cursors, raw pages and findings; free of credentials.</summary>
    public required string Name { get; init; }

    /// <summary>When it was written last; null when it is fetched.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Opens the bytes: seekable, length known, content the same on every call as long as the source does not change.</summary>
    public required Func<CancellationToken, Task<Stream>> OpenAsync { get; init; }
}
