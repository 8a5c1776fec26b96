namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// The mark that spreadsheet programs put before a text so that it is not run as a formula: an apostrophe. Writers set it,
/// readers take it away; a text that begins like that by itself gets one more, so nothing is lost on the way.
/// </summary>
public static class FormulaText
{
    /// <summary>The text as it may stand in a CSV cell.</summary>
    public static string Mark(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Mark"/> was given.</summary>
    public static string Unmark(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell) ? cell[1..] : cell;

    private static bool IsFormula(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && rest[0] is ('=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20');
    }
}
