namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One row as it stands in its file.</summary>
internal sealed class CsvRow
{
    /// <summary>Fields; empty for a blank line.</summary>
    public required string[] Fields { get; init; }

    /// <summary>Its bytes, line end included.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>Where it starts in the file.</summary>
    public required long Offset { get; init; }

    /// <summary>Line it starts on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Lines it spans.</summary>
    public required int Lines { get; init; }

    /// <summary>True when a quotation mark was opened and not closed: the fields are not to be trusted.</summary>
    public bool Broken { get; init; }

    /// <summary>True for a line without any content.</summary>
    public bool IsBlank => !Broken && Array.TrueForAll(Fields, string.IsNullOrWhiteSpace);

    /// <summary>Where the next row starts.</summary>
    public long NextOffset => Offset + Bytes.Length;

    /// <summary>Line of the next row.</summary>
    public int NextLine => Line + Lines;
}
