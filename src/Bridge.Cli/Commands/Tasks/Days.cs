using System.Globalization;

namespace Bridge.Cli.Commands.Tasks;

/// <summary>Days as they are typed.</summary>
internal static class Days
{
    /// <summary>A day; null when nothing was typed.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static DateOnly? Read(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CliException($"{option} must be a day.", "Write it like 2026-06-30.") { Value = text };
    }
}
