namespace Bridge.Simulation.Rakuten;

/// <summary>
/// What one file of a pack holds. Rows are what stands below the header, without blank lines, and
/// <c>Rows = Records + Totals + Duplicates + Unreadable</c>. A record row is any readable row that is no totals row and no
/// exact copy of an earlier row of the same file; several record rows may speak of one record (tiers of an offer, orders and
/// their corrections, a publisher listed in two states).
/// </summary>
public sealed record RakutenFileTruth
{
    /// <summary>Path inside the pack folder, with <c>/</c>.</summary>
    public required string Name { get; init; }

    public required int Rows { get; init; }

    public required int Records { get; init; }

    public required int Totals { get; init; }

    public required int Duplicates { get; init; }

    public required int Unreadable { get; init; }

    /// <summary><c>utf-8</c> or <c>windows-1252</c>.</summary>
    public required string Encoding { get; init; }

    public required bool ByteOrderMark { get; init; }

    /// <summary>Field separator; blank for the lists, which have one value per line.</summary>
    public required string Separator { get; init; }

    /// <summary><c>CRLF</c> or <c>LF</c>.</summary>
    public required string NewLine { get; init; }

    /// <summary>For example <c>DD.MM.YYYY</c>.</summary>
    public required string DateFormat { get; init; }

    /// <summary>By example, for instance <c>1.234,56</c>.</summary>
    public required string NumberFormat { get; init; }

    public required RakutenDirtCounts Dirt { get; init; }
}
