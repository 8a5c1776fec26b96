using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What people said about a file, for everything that the file itself leaves open.</summary>
public sealed record TableForms
{
    /// <summary>Nothing said: numbers and dates must speak for themselves, times are UTC.</summary>
    public static TableForms Open { get; } = new();

    /// <summary>Form of numbers; null when nobody said.</summary>
    public NumberStyle? Numbers { get; init; }

    /// <summary>Order of day, month and year; null when nobody said.</summary>
    public DateOrder? Dates { get; init; }

    /// <summary>Zone of times that name none.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Line of the header, from 1; the first one with content when null. What stands above it is not read.</summary>
    public int? HeaderLine { get; init; }

    /// <summary>Start of a day in the zone.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    /// <summary>The day that an instant falls on in the zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>A zone of one offset all year.</summary>
    public static TimeZoneInfo FixedZone(TimeSpan offset)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
        return offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name);
    }

    /// <summary>A zone by its offset (<c>+01:00</c>, <c>Z</c>) or its name (<c>Europe/Paris</c>); null when the text is neither.</summary>
    public static TimeZoneInfo? ZoneOf(string text)
    {
        if (text is "Z" or "UTC")
        {
            return TimeZoneInfo.Utc;
        }

        if (text.Length == 6 && text[0] is '+' or '-' && TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset))
        {
            return offset <= TimeSpan.FromHours(14) ? FixedZone(text[0] == '-' ? -offset : offset) : null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) ? zone : null;
    }
}
