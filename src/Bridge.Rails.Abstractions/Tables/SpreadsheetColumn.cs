namespace Bridge.Rails.Abstractions.Tables;

/// <summary>A column of a sheet that is written.</summary>
/// <param name="Title">Header.</param>
/// <param name="Width">Width in characters, 4 to 120.</param>
public sealed record SpreadsheetColumn(string Title, int Width)
{
    /// <summary>A column as wide as its header needs, with room for a short value.</summary>
    public static SpreadsheetColumn Of(string title) => new(title, Math.Clamp(title.Length + 4, 14, 60));
}
