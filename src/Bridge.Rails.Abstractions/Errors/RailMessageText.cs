using System.Text;

namespace Bridge.Rails.Abstractions.Errors;

/// <summary>
/// Cleans the rail's own words before they reach an exception. Rails echo what we sent, so a message may hold an e-mail
/// address, a name in quotes, a phone number, a token or a URL with a token in its query.
/// </summary>
internal static class RailMessageText
{
    private const string Mask = "***";
    private const int LongestMessage = 300;
    private const int LongestCode = 80;
    private const int LongestRead = 2000;

    /// <summary>Cleaned text of at most 300 characters; null when nothing readable is left.</summary>
    internal static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = MaskQuotedPhrases(text.AsSpan(0, Math.Min(text.Length, LongestRead)))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(MaskWord);
        return Cut(string.Join(' ', words), LongestMessage);
    }

    /// <summary>Cleaned code or field name of at most 80 characters; null when empty.</summary>
    internal static string? CleanCode(string? code) => Clean(code) is { } clean ? Cut(clean, LongestCode) : null;

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 3), "...");

    // 'Jane Doe' is probably a value, 'redirect_url' a field name: the blank decides.
    private static string MaskQuotedPhrases(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var quote = text[index];
            var end = quote is '"' or '\'' or '`' && !IsApostrophe(text, index) ? text[(index + 1)..].IndexOf(quote) : -1;
            if (end > 0 && text.Slice(index + 1, end).Contains(' '))
            {
                result.Append(quote).Append(Mask).Append(quote);
                index += end + 1;
            }
            else
            {
                result.Append(char.IsControl(quote) ? ' ' : quote);
            }
        }

        return result.ToString();
    }

    private static bool IsApostrophe(ReadOnlySpan<char> text, int index) =>
        text[index] == '\'' && index > 0 && char.IsLetter(text[index - 1]);

    private static string MaskWord(string word)
    {
        if (word.Contains('@') || word.Contains("%40", StringComparison.OrdinalIgnoreCase))
        {
            return Mask;
        }

        var scheme = word.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var path = word.AsSpan(scheme + 3).IndexOfAny('/', '?', '#');
            return path < 0 ? word : string.Concat(word.AsSpan(0, scheme + 3 + path), "/", Mask);
        }

        return LooksLikeASecret(word) ? Mask : word;
    }

    // Long words mixing letters and digits are tokens or keys; nine digits and more are phone, tax or bank numbers.
    private static bool LooksLikeASecret(string word)
    {
        var digits = word.Count(char.IsAsciiDigit);
        var letters = word.Count(char.IsAsciiLetter);
        return digits >= 9 || (word.Length >= 20 && digits > 0 && letters > 0) || word.Length >= 40;
    }
}
