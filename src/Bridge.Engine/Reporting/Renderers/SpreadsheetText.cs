using System.Text.RegularExpressions;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>
/// Keeps spreadsheet programs from reading a text as a formula: a leading apostrophe before = + - @ and their full-width
/// forms, also behind spaces, quotes and invisible characters, and before TAB, CR and NUL (section 5 of the reliability
/// contract). Reversible, so that a file can be read back without loss.
/// </summary>
public static partial class SpreadsheetText
{
    /// <summary>The text as it may stand in a cell.</summary>
    public static string Protect(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text that <see cref="Protect"/> was given; for files with Bridge's header alone.</summary>
    public static string Restore(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..]) ? cell[1..] : cell;

    /// <summary>True for a plain number, which may stand in a numeric column as it is.</summary>
    public static bool IsNumber(string text) => Number().IsMatch(text);

    private static bool IsFormula(string text)
    {
        foreach (var character in text)
        {
            if (character is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' or '\u2212')
            {
                return true;
            }

            if (!IsSkipped(character))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsSkipped(char character) =>
        char.IsWhiteSpace(character) || char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format ||
        character is '\'' or '"' or '\u2018' or '\u2019' or '\u201C' or '\u201D';

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
