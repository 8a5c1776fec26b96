using System.Text;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>Breaks texts at spaces, and long words where they must.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text; at least one.</summary>
    public static List<string> Of(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in text.Split(' '))
        {
            foreach (var piece in Pieces(word, width))
            {
                var length = VisibleText.Width(piece);
                if (used > 0 && used + 1 + length > width)
                {
                    lines.Add(line.ToString());
                    line.Clear();
                    used = 0;
                }

                if (used > 0)
                {
                    line.Append(' ');
                    used++;
                }

                line.Append(piece);
                used += length;
            }
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>A text filled up with spaces.</summary>
    public static string Pad(string text, int width, bool toRight)
    {
        var gap = new string(' ', Math.Max(0, width - VisibleText.Width(text)));
        return toRight ? gap + text : text + gap;
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        if (VisibleText.Width(word) <= width)
        {
            yield return word;
            yield break;
        }

        var piece = new StringBuilder();
        var used = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var length = VisibleText.Width(rune.ToString());
            if (used + length > width && piece.Length > 0)
            {
                yield return piece.ToString();
                piece.Clear();
                used = 0;
            }

            piece.Append(rune);
            used += length;
        }

        yield return piece.ToString();
    }
}
