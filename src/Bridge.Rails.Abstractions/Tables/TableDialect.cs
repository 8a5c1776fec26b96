namespace Bridge.Rails.Abstractions.Tables;

/// <summary>How one file is to be read; found once per file.</summary>
public sealed record TableDialect
{
    /// <summary>Encoding.</summary>
    public required TableEncoding Encoding { get; init; }

    /// <summary>Field separator.</summary>
    public required char Separator { get; init; }

    /// <summary>Columns.</summary>
    public required TableHeader Header { get; init; }

    /// <summary>Where the first row below the header starts.</summary>
    public required long DataOffset { get; init; }

    /// <summary>Its line.</summary>
    public required int DataLine { get; init; }

    /// <summary>Order of dates; null when the file has none that need it.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Form of numbers.</summary>
    public NumberStyle Numbers { get; init; }
}
