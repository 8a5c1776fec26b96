using System.Collections.Concurrent;
using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Keeps what was found out about a file until the file changes, so that several readers look at it once.</summary>
internal sealed class DialectCache
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The dialect of a file, null when it cannot be read, and the findings about the file as a whole.</summary>
    public async Task<(TableDialect? Dialect, IReadOnlyList<Finding> Findings)> GetAsync(TableFile file, Stream stream, CancellationToken cancellationToken)
    {
        if (file.ModifiedAt is { } modified && entries.TryGetValue(file.Name, out var known) && known.Length == stream.Length && known.ModifiedAt == modified)
        {
            return (known.Dialect, known.Findings);
        }

        var findings = new List<Finding>();
        var dialect = await DialectDetector.DetectAsync(file, stream, findings, cancellationToken);
        if (file.ModifiedAt is { } stamp)
        {
            entries[file.Name] = new Entry(stream.Length, stamp, dialect, findings);
        }

        return (dialect, findings);
    }

    private sealed record Entry(long Length, DateTimeOffset ModifiedAt, TableDialect? Dialect, IReadOnlyList<Finding> Findings);
}
