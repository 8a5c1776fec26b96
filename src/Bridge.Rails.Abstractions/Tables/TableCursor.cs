using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Where a read goes on: stage, file, position, and the day it judges dates by, so that a read that is taken up on another day
/// gives the same pages.
/// </summary>
public sealed record TableCursor
{
    /// <summary>Stage of rows of files.</summary>
    public const string Rows = "rows";

    /// <summary>Stage of the read: rows of files, or a list made from them.</summary>
    public string Stage { get; init; } = Rows;

    /// <summary>Day of the export.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>File, or the last key of a list.</summary>
    public required string Name { get; init; }

    /// <summary>Length of the file.</summary>
    public long Length { get; init; }

    /// <summary>Position in it.</summary>
    public long Offset { get; init; }

    /// <summary>Line at that position.</summary>
    public int Line { get; init; }

    /// <summary>Reads a cursor; null for null.</summary>
    /// <exception cref="FormatException">The text is no cursor of this connector.</exception>
    public static TableCursor? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var parts = text.Split('|');
        if (parts.Length == 6
            && DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf)
            && long.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && long.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && int.TryParse(parts[5], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return new TableCursor { Stage = parts[0], AsOf = asOf, Name = Uri.UnescapeDataString(parts[2]), Length = length, Offset = offset, Line = line };
        }

        throw new FormatException("The cursor was not made by this connector, or by another version of it.");
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Stage}|{AsOf:yyyy-MM-dd}|{Uri.EscapeDataString(Name)}|{Length}|{Offset}|{Line}");
}
