using System.Globalization;
using Bridge.Rails.Abstractions.Json;

namespace Bridge.Rails.Impact;

/// <summary>Times of impact.com: ISO 8601 with the account's offset, now and then without one (sheet, section 4).</summary>
internal static class ImpactTime
{
    /// <summary>Reads a time; a missing offset is read as UTC and said, an unreadable time is null and said.</summary>
    public static DateTimeOffset? Read(string? text, string path, LossLog losses)
    {
        if (!RailValues.TryInstant(text, TimeSpan.Zero, out var instant))
        {
            losses.Dropped("TimeUnreadable", path, "impact.com sent a time that is not ISO 8601.");
            return null;
        }

        if (instant is { OffsetAssumed: true })
        {
            losses.Degraded("TimeWithoutOffset", path, "impact.com sent a time without an offset; it means the account's time zone and was read as UTC.");
        }

        return instant?.Value;
    }

    /// <summary>The form that request parameters take.</summary>
    public static string Write(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
