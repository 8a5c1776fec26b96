using System.Text.RegularExpressions;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>What a cell looks like by itself.</summary>
internal static partial class CellLooks
{
    /// <summary>A date in one of the orders.</summary>
    public static bool IsDate(string text) => text.Length is >= 6 and <= 40 && text.Any(char.IsAsciiDigit)
        && (DateText.TryParse(text, DateOrder.DayFirst, TimeZoneInfo.Utc, out _, out _)
            || DateText.TryParse(text, DateOrder.MonthFirst, TimeZoneInfo.Utc, out _, out _)
            || DateText.TryParse(text, DateOrder.YearFirst, TimeZoneInfo.Utc, out _, out _));

    /// <summary>A date with a time that does not say its zone.</summary>
    public static bool IsBareTime(string text) => text.Contains(':', StringComparison.Ordinal) && !Zoned().IsMatch(text) && !Midnight().IsMatch(text);

    /// <summary>An e-mail address.</summary>
    public static bool IsEmail(string text) => Email().IsMatch(text);

    /// <summary>A web address, with or without its scheme.</summary>
    public static bool IsUrl(string text) => !text.Contains('@', StringComparison.Ordinal) && Url().IsMatch(text);

    [GeneratedRegex(@"^[^@\s;,]+@[^@\s;,]+\.[^@\s;,]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"^(https?://\S+|(www\.)?[\p{L}\d-]+(\.[\p{L}\d-]+)*\.[\p{L}]{2,}(/\S*)?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Zoned();

    [GeneratedRegex(@"\b0?0:00(:00(\.0+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Midnight();
}
