using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Dates as the exports write them: ISO, dotted, slashed with two- or four-digit years, with month names, with or without time.</summary>
internal static class DateText
{
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF", "h:mm tt", "h:mm:ss tt"];

    /// <summary>Reads a date; a time without zone stands in the given one. False when the text fits no form or not the order.</summary>
    /// <param name="text">Text of the cell.</param>
    /// <param name="order">Order of the file; null when it never mattered there.</param>
    /// <param name="zone">Zone of times that name none.</param>
    /// <param name="instant">The instant; midnight when there is no time.</param>
    /// <param name="wholeDay">True when the text has no time.</param>
    public static bool TryParse(string text, DateOrder? order, TimeZoneInfo zone, out DateTimeOffset instant, out bool wholeDay)
    {
        instant = default;
        wholeDay = true;
        var (date, clock) = Split(text.Trim());
        if (!TryDay(date, order, out var day))
        {
            return false;
        }

        if (clock.Length == 0)
        {
            return Place(day, TimeOnly.MinValue, null, zone, out instant);
        }

        wholeDay = false;
        return TryClock(clock, out var time, out var written) && Place(day, time, written, zone, out instant);
    }

    /// <summary>
    /// What a cell says about the order of its file: an order when only that one fits; <paramref name="ambiguous"/> when day and
    /// month could stand either way and mean different days.
    /// </summary>
    public static DateOrder? Evidence(string text, out bool ambiguous)
    {
        ambiguous = false;
        if (!TryNumbers(Split(text.Trim()).Date, out var separator, out var first, out var second, out var firstLength) || separator == '.' || firstLength == 4)
        {
            return null;
        }

        if (first > 31)
        {
            return DateOrder.YearFirst;
        }

        if (first > 12)
        {
            return second <= 12 ? DateOrder.DayFirst : null;
        }

        if (second > 12)
        {
            return DateOrder.MonthFirst;
        }

        ambiguous = first != second;
        return null;
    }

    private static (string Date, string Clock) Split(string text)
    {
        if (text.Length > 10 && text[10] == 'T')
        {
            return (text[..10], text[11..]);
        }

        // A clock has a colon; a month name has blanks but no colon.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var blank = colon < 0 ? -1 : text.LastIndexOf(' ', colon);
        return blank < 0 ? (text, "") : (text[..blank].Trim(), text[(blank + 1)..].Trim());
    }

    private static bool TryDay(string text, DateOrder? order, out DateOnly day)
    {
        if (!TryNumbers(text, out var separator, out var first, out var second, out var firstLength))
        {
            return TryNamed(text, out day);
        }

        var third = Last(text, separator);
        var chosen = firstLength == 4 ? DateOrder.YearFirst : separator == '.' ? DateOrder.DayFirst : order;
        var (year, month, date) = chosen switch
        {
            DateOrder.YearFirst => (first, second, third),
            DateOrder.DayFirst => (third, second, first),
            DateOrder.MonthFirst => (third, first, second),
            _ => first == second ? (third, first, second) : (0, 0, 0),
        };
        return TryMake(Century(year), month, date, out day);
    }

    /// <summary>A day with the name of its month, before or behind the day: 30 juin 2026, June 30, 2026, 30-Jun-26.</summary>
    private static bool TryNamed(string text, out DateOnly day)
    {
        day = default;
        var parts = text.Split([' ', '-', ',', '.', '\u00a0', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => part is not "de").ToList();
        if (parts.Count != 3)
        {
            return false;
        }

        var (number, name) = char.IsAsciiDigit(parts[0][0]) ? (parts[0], parts[1]) : (parts[1], parts[0]);
        if (MonthNames.Find(name) is not { } month
            || !int.TryParse(number.EndsWith("er", StringComparison.Ordinal) ? number[..^2] : number, NumberStyles.None, CultureInfo.InvariantCulture, out var date)
            || parts[2].Length is not (2 or 4)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return false;
        }

        return TryMake(Century(year), month, date, out day);
    }

    private static int Century(int year) => year >= 100 ? year : year + (year >= 90 ? 1900 : 2000);

    private static bool TryMake(int year, int month, int date, out DateOnly day)
    {
        day = default;
        if (!Sane(year) || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, date);
        return true;
    }

    private static bool Sane(int year) => year is >= 1990 and <= 2100;

    /// <summary>Three numbers with one kind of separator between them.</summary>
    private static bool TryNumbers(string text, out char separator, out int first, out int second, out int firstLength)
    {
        separator = text.FirstOrDefault(letter => letter is '/' or '-' or '.');
        (first, second, firstLength) = (0, 0, 0);
        var parts = separator == default ? [] : text.Split(separator);
        if (parts.Length != 3 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit)) || parts[0].Length == 3 || parts[1].Length > 2)
        {
            return false;
        }

        first = int.Parse(parts[0], CultureInfo.InvariantCulture);
        second = int.Parse(parts[1], CultureInfo.InvariantCulture);
        firstLength = parts[0].Length;
        return parts[2].Length is 2 or 4 || (firstLength == 4 && parts[2].Length == 1);
    }

    private static int Last(string text, char separator) =>
        int.Parse(text[(text.LastIndexOf(separator) + 1)..], CultureInfo.InvariantCulture);

    private static bool TryClock(string text, out TimeOnly time, out TimeSpan? zone)
    {
        zone = null;
        if (text.EndsWith('Z'))
        {
            zone = TimeSpan.Zero;
            text = text[..^1];
        }
        else if (text.Length > 6 && text[^6] is '+' or '-' && TimeSpan.TryParseExact(text[^5..], @"hh\:mm", CultureInfo.InvariantCulture, out var written))
        {
            zone = text[^6] == '-' ? -written : written;
            text = text[..^6];
        }

        return TimeOnly.TryParseExact(text.Trim(), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool Place(DateOnly day, TimeOnly time, TimeSpan? written, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var offset = written ?? zone.GetUtcOffset(day.ToDateTime(time));
        var sane = offset.Duration() <= TimeSpan.FromHours(14);
        instant = sane ? new DateTimeOffset(day, time, offset) : default;
        return sane;
    }
}
