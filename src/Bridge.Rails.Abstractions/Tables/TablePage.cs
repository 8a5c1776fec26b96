using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>About a thousand rows of one file, with their bytes.</summary>
public sealed class TablePage
{
    /// <summary>File.</summary>
    public required TableFile File { get; init; }

    /// <summary>Rows, without blank lines; empty when the file cannot be read.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Bytes of these rows; the first page of a file begins with its header, so that all pages together are the file.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Media type of the bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>First and last line of the bytes.</summary>
    public required (int First, int Last) Lines { get; init; }

    /// <summary>Problems of the file as a whole; on its first page alone.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Length of the file.</summary>
    public required long Length { get; init; }

    /// <summary>Where the next page starts.</summary>
    public required long NextOffset { get; init; }

    /// <summary>Line of the next page.</summary>
    public required int NextLine { get; init; }

    /// <summary>True when the file has nothing behind this page.</summary>
    public bool EndsFile => NextOffset >= Length;
}
