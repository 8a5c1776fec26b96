using System.Text;

namespace Bridge.Engine.Mapping;

/// <summary>Patterns such as <c>{name} ({id})</c>.</summary>
internal static class NamePattern
{
    /// <summary>Names in braces, in order.</summary>
    public static IEnumerable<string> Placeholders(string pattern)
    {
        for (var start = pattern.IndexOf('{', StringComparison.Ordinal); start >= 0; start = pattern.IndexOf('{', start + 1))
        {
            var end = pattern.IndexOf('}', start);
            yield return end < 0 ? pattern[(start + 1)..] : pattern[(start + 1)..end];
        }
    }

    /// <summary>Fills a pattern in one pass, so that braces inside a value mean nothing. Null when a value is not known.</summary>
    public static string? Fill(string pattern, Func<string, string?> valueOf)
    {
        var text = new StringBuilder();
        var position = 0;
        while (position < pattern.Length)
        {
            var start = pattern.IndexOf('{', position);
            var end = start < 0 ? -1 : pattern.IndexOf('}', start);
            if (end < 0)
            {
                text.Append(pattern, position, pattern.Length - position);
                break;
            }

            text.Append(pattern, position, start - position);
            if (valueOf(pattern[(start + 1)..end]) is not { } value)
            {
                return null;
            }

            text.Append(value);
            position = end + 1;
        }

        return text.ToString().Trim();
    }
}
