using System.Globalization;
using System.Text;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>
/// Text from records as it may be shown: one line, without characters that move the cursor, colour a terminal or turn the
/// reading direction. Names on a rail are typed by strangers.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with line breaks and tabs as spaces, and every other invisible control as U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsHidden))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            visible.Append(character is '\n' or '\r' or '\t' ? ' ' : IsHidden(character) ? '\uFFFD' : character);
        }

        return visible.ToString();
    }

    /// <summary>Columns that a text takes in a terminal: East Asian wide characters take two, combining ones none.</summary>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : IsWide(rune.Value) ? 2 : 1;
        }

        return width;
    }

    private static bool IsHidden(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u061C' or '\uFEFF';

    private static bool IsWide(int rune) => rune is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or
        (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or
        (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
