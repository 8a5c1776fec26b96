using System.Globalization;

namespace Bridge.Rails.Impact.Reading;

/// <summary>
/// A stretch of event time: impact.com answers at most 45 days at once, and wide windows with gateway errors, so a window is
/// 30 days. A cursor names start and length in seconds of the present window and the page, if any.
/// </summary>
/// <param name="From">First second.</param>
/// <param name="Until">Last second.</param>
internal sealed record ActionWindow(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Longest window that is asked for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>The window from a point in time on, not beyond the end.</summary>
    public static ActionWindow At(DateTimeOffset from, DateTimeOffset end, TimeSpan length)
    {
        var until = from + length - TimeSpan.FromSeconds(1);
        return new ActionWindow(from, until < end ? until : end);
    }

    /// <summary>Length, both ends included.</summary>
    public TimeSpan Length => Until - From + TimeSpan.FromSeconds(1);

    /// <summary>The window behind this one; null when this one ends the read.</summary>
    public ActionWindow? Next(DateTimeOffset end) => Until < end ? At(Until.AddSeconds(1), end, Longest) : null;

    /// <summary>The first half, when a window holds more pages than impact.com hands out.</summary>
    public ActionWindow Half() => At(From, Until, TimeSpan.FromSeconds(Math.Max(1, decimal.ToInt64(Seconds(Length) / 2))));

    /// <summary>The cursor of a page in this window.</summary>
    public string Cursor(string? address) =>
        string.Create(CultureInfo.InvariantCulture, $"{From.ToUnixTimeSeconds()}+{decimal.ToInt64(Seconds(Length))}{(address is null ? "" : " " + address)}");

    /// <summary>Window and page of a cursor.</summary>
    /// <exception cref="FormatException">The text is no cursor of this reader.</exception>
    public static (ActionWindow Window, string? Address) Parse(string cursor)
    {
        var parts = cursor.Split(' ', 2);
        var numbers = parts[0].Split('+', 2);
        if (numbers.Length != 2 || !long.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            || !long.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            throw new FormatException("The cursor is none of impact.com's actions.");
        }

        var start = DateTimeOffset.FromUnixTimeSeconds(from);
        return (new ActionWindow(start, start.AddSeconds(length - 1)), parts.Length > 1 ? parts[1] : null);
    }

    private static decimal Seconds(TimeSpan length) => length.Ticks / (decimal)TimeSpan.TicksPerSecond;
}
