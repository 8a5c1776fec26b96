using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Numbers and dates as a workbook stores them, made into text without ever becoming binary fractions.</summary>
internal static class SheetNumbers
{
    /// <summary>Digits that a spreadsheet program keeps; what stands behind them is the rounding of its binary numbers.</summary>
    private const int Digits = 15;

    private static readonly DateTime Epoch1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Epoch1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>
    /// A number in plain digits: <c>7.4999999999999997E-2</c> is what a program stores for 0.075. Whole numbers written in full
    /// are kept digit by digit. False when the text is no number, or one beyond 28 digits.
    /// </summary>
    public static bool TryRead(string stored, out decimal number)
    {
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        if (stored.AsSpan().IndexOfAny(".eE") >= 0)
        {
            number = Round(number);
        }

        return true;
    }

    /// <summary>Plain digits without zeros at the end of the fraction.</summary>
    public static string Write(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A serial day as <c>2026-06-30</c> or with its time; null when it is no day between 1900 and 9999.</summary>
    public static string? Date(decimal serial, bool from1904)
    {
        if (serial is < 1 or > 2_900_000)
        {
            return null;
        }

        var days = Math.Floor(serial);
        var milliseconds = Math.Round((serial - days) * 86_400_000m);
        var instant = (from1904 ? Epoch1904 : Epoch1900).AddDays((int)days).AddTicks((long)milliseconds * TimeSpan.TicksPerMillisecond);

        // Binary fractions of a day miss the full second by a hair.
        instant = new DateTime((instant.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Unspecified);
        return instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static decimal Round(decimal number)
    {
        var whole = Math.Truncate(Math.Abs(number));
        var scale = Math.Abs(number);
        var leading = 0;
        if (whole > 0)
        {
            leading = whole.ToString(CultureInfo.InvariantCulture).Length;
        }
        else
        {
            for (; scale != 0 && scale < 0.1m && leading > -13; leading--)
            {
                scale *= 10;
            }
        }

        return leading >= Digits ? number : Math.Round(number, Math.Min(28, Digits - leading), MidpointRounding.AwayFromZero);
    }
}
