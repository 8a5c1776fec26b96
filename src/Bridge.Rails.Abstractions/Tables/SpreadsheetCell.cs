namespace Bridge.Rails.Abstractions.Tables;

/// <summary>A cell of a sheet that is written: a text, a number, or nothing.</summary>
/// <param name="Text">Text; null for a number or a blank cell.</param>
/// <param name="Number">Number; null for a text or a blank cell.</param>
public readonly record struct SpreadsheetCell(string? Text, decimal? Number)
{
    /// <summary>A text; blank when null or empty.</summary>
    public static SpreadsheetCell Of(string? text) => new(text, null);

    /// <summary>A number; blank when null.</summary>
    public static SpreadsheetCell Of(decimal? number) => new(null, number);
}
