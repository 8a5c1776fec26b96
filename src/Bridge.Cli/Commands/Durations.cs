using System.Globalization;

namespace Bridge.Cli.Commands;

/// <summary>Durations as people type them.</summary>
internal static class Durations
{
    private const decimal MostDays = 365;

    /// <summary>A duration such as 90s, 30m, 72h or 3d; above zero, at most a year.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        var seconds = text.Length > 1
            ? text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 }
            : 0;
        return seconds > 0
            && decimal.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number <= MostDays * 86400 / seconds
            ? TimeSpan.FromTicks((long)(number * seconds * TimeSpan.TicksPerSecond))
            : throw new CliException($"{option} must be a duration above zero and at most a year.", "Write a number and a unit: 90s, 30m, 72h or 3d.") { Value = text };
    }

    /// <summary>An instant ahead: the end of a day in UTC, or a duration from now.</summary>
    /// <exception cref="CliException">It is neither, or not ahead.</exception>
    public static DateTimeOffset Until(string option, string text, DateTimeOffset now)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return now + Parse(option, text);
        }

        var end = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(1).AddSeconds(-1);
        return end > now ? end : throw new CliException($"{option} must lie ahead.", "Write a day to come, like 2026-12-31, or a time like 60d.") { Value = text };
    }
}
