using System.Globalization;
using Bridge.Model.Money;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>Numbers, amounts, times and durations as people read them; always the invariant culture, so that reports compare equal everywhere.</summary>
public static class NumberText
{
    /// <summary>A count with thousands separators.</summary>
    public static string Of(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with thousands separators, without trailing zeros.</summary>
    public static string Of(decimal number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>An amount with at least the decimals of its currency: <c>12.50 EUR</c>.</summary>
    public static string Of(Money money)
    {
        var units = money.Currency.MinorUnits;
        var format = "#,0" + (units == 0 ? ".####" : "." + new string('0', units) + "####");
        return $"{money.Amount.ToString(format, CultureInfo.InvariantCulture)} {money.Currency}";
    }

    /// <summary>A point in time; a midnight in UTC as a date.</summary>
    public static string Of(DateTimeOffset time) => time.TimeOfDay == TimeSpan.Zero && time.Offset == TimeSpan.Zero
        ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : time.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>A duration in its two largest units: <c>30 days</c>, <c>3 h 20 min</c>.</summary>
    public static string Of(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
        {
            return "-" + Of(duration.Negate());
        }

        return duration switch
        {
            { Days: > 0, Hours: 0 } => Days(duration.Days),
            { Days: > 0 } => $"{Days(duration.Days)} {duration.Hours} h",
            { Hours: > 0, Minutes: 0 } => $"{duration.Hours} h",
            { Hours: > 0 } => $"{duration.Hours} h {duration.Minutes} min",
            { Minutes: > 0, Seconds: 0 } => $"{duration.Minutes} min",
            { Minutes: > 0 } => $"{duration.Minutes} min {duration.Seconds} s",
            _ => $"{duration.Seconds} s",
        };
    }

    /// <summary>A count and its noun: <c>1 partner</c>, <c>2 partners</c>.</summary>
    public static string Of(long count, string noun) => $"{Of(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Days(int days) => Of(days, "day");
}
