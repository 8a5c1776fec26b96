using System.Globalization;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>
/// Reads the texts rails write for numbers, flags and dates, as they stand in JSON strings, XML and form fields. An empty or
/// blank text is null; an unreadable one is false, so that the caller can name the field.
/// </summary>
public static class RailValues
{
    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd HH:mm:ss zzz", "yyyyMMdd'T'HHmmsszzz",
        "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz", "ddd MMM d yyyy HH:mm:ss 'GMT'zzz",
    ];

    private static readonly string[] WithoutOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyyMMdd",
        "MMM d, yyyy", "MMM d, yyyy HH:mm:ss", "ddd MMM dd yyyy HH:mm:ss", "ddd, dd MMM yyyy HH:mm:ss",
    ];

    /// <summary>
    /// A decimal with a point, as "15.00". No thousands separators: in an answer "1,5" is as likely one and a half as fifteen,
    /// so it is refused.
    /// </summary>
    public static bool TryDecimal(string? text, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var readable = decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number);
        value = readable ? number : null;
        return readable;
    }

    /// <summary>A whole number; "12.00" is whole, "12.5" is not.</summary>
    public static bool TryWhole(string? text, out long? value)
    {
        value = null;
        if (!TryDecimal(text, out var number))
        {
            return false;
        }

        if (number is { } some && (decimal.Truncate(some) != some || some is < long.MinValue or > long.MaxValue))
        {
            return false;
        }

        value = (long?)number;
        return true;
    }

    /// <summary>true/false, Y/N, yes/no, 1/0 in any case.</summary>
    public static bool TryFlag(string? text, out bool? value)
    {
        var word = text?.Trim().ToUpperInvariant();
        value = word switch
        {
            "TRUE" or "Y" or "YES" or "1" => true,
            "FALSE" or "N" or "NO" or "0" => false,
            _ => null,
        };
        return value is not null || string.IsNullOrEmpty(word);
    }

    /// <summary>
    /// An instant: ISO 8601 with or without offset, Z, "+0000", a blank for the T, a date alone, the JavaScript form
    /// "Wed Apr 15 2020 21:20:27 GMT+0000 (UTC)", "Feb 21, 2018", RFC 1123, and epoch seconds or milliseconds.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="assumed">Offset of texts that carry none.</param>
    /// <param name="value">The instant; null for an empty text.</param>
    public static bool TryInstant(string? text, TimeSpan assumed, out RailInstant? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var clean = text.Trim();
        var comment = clean.IndexOf(" (", StringComparison.Ordinal);
        clean = comment > 0 ? clean[..comment] : clean;
        value = Epoch(clean) ?? Exact(clean, assumed);
        return value is not null;
    }

    private static RailInstant? Epoch(string text)
    {
        if (text.Length is < 9 or > 13 || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return new(number >= 100_000_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number), OffsetAssumed: false);
    }

    private static RailInstant? Exact(string text, TimeSpan assumed)
    {
        var utc = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, text.Length - 1), "+00:00")
            : text.EndsWith(" GMT", StringComparison.Ordinal) || text.EndsWith(" UTC", StringComparison.Ordinal) ? null
            : text;
        if (utc is not null && DateTimeOffset.TryParseExact(WithColon(utc), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return new(instant, OffsetAssumed: false);
        }

        var plain = utc is null ? text[..^4] : text;
        return DateTime.TryParseExact(plain, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new(new DateTimeOffset(local, utc is null ? TimeSpan.Zero : assumed), OffsetAssumed: utc is not null)
            : null;
    }

    // +0200 is as common as +02:00.
    private static string WithColon(string text) =>
        text.Length > 5 && text[^5] is '+' or '-' && text.AsSpan(text.Length - 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? $"{text[..^2]}:{text[^2..]}"
            : text;
}
