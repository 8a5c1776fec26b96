namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// Cells that a sheet holds as numbers. When a sheet is turned into text they get an invisible mark in front, so that 1.234 is
/// known to be a number with a point and not one thousand two hundred and thirty-four.
/// </summary>
internal static class NativeCell
{
    /// <summary>The mark: it belongs to the invisible characters that no cell text keeps at its ends.</summary>
    public const char Mark = '\u2063';
}
