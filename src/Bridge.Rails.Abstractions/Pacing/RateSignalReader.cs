using System.Globalization;
using System.Text.RegularExpressions;

namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Reads what an answer says about the rate limit, in all the dialects met: Retry-After and X-RateLimit-Retry-After in
/// seconds, milliseconds, dates and durations; X-RateLimit-*, X-Rate-Limit-* and RateLimit-* with or without a suffix such as
/// -hour; Reset as seconds or as an epoch; the combined RateLimit and RateLimit-Policy fields. Several hints: the longest wins.
/// </summary>
public static partial class RateSignalReader
{
    /// <summary>No hint is believed beyond this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private const decimal EpochSeconds = 1_000_000_000m;
    private const decimal EpochMilliseconds = 1_000_000_000_000m;

    /// <summary>Reads one answer.</summary>
    /// <param name="response">The answer; only its headers are read.</param>
    /// <param name="refused">Whether it refuses the call for its rate, by status or by the rail's own sign.</param>
    /// <param name="now">Our wall clock; the answer's own Date counts first, so that clocks may differ.</param>
    public static RateSignal Read(HttpResponseMessage response, bool refused, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(response);
        var reading = new Reading(response.Headers.Date ?? now);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            foreach (var value in values)
            {
                reading.Take(name, value);
            }
        }

        return reading.Signal(refused);
    }

    /// <summary>The wait one header value asks for; null when it is unreadable or negative. Not capped.</summary>
    internal static TimeSpan? Wait(string value, DateTimeOffset now, bool milliseconds)
    {
        var text = value.Trim().Trim('"');
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number switch
            {
                < 0 => null,
                >= EpochMilliseconds => Until(number / 1000, now),
                >= EpochSeconds => Until(number, now),
                _ => TimeSpan.FromMilliseconds((double)(milliseconds ? number : number * 1000)),
            };
        }

        if (Duration().Match(text) is { Success: true } parts && text.Length > 0)
        {
            return new TimeSpan(0, Part(parts, "h"), Part(parts, "m"), Part(parts, "s"), Part(parts, "ms"));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? Until(instant, now) : null;
    }

    private static TimeSpan? Until(decimal epoch, DateTimeOffset now) =>
        epoch < 100_000_000_000m ? Until(DateTimeOffset.FromUnixTimeMilliseconds((long)(epoch * 1000)), now) : null;

    // Instants are given in whole seconds, so the true one may be up to a second later.
    private static TimeSpan? Until(DateTimeOffset instant, DateTimeOffset now) =>
        instant > now ? instant - now + TimeSpan.FromSeconds(1) : TimeSpan.Zero;

    private static int Part(Match parts, string name) =>
        int.TryParse(parts.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;

    [GeneratedRegex(@"^(?:(?<h>\d{1,6})h)?(?:(?<m>\d{1,6})m)?(?:(?<s>\d{1,6})s)?(?:(?<ms>\d{1,6})ms)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<key>[a-z]{1,20})\s*=\s*(?<value>-?\d{1,15})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();

    private sealed class Reading(DateTimeOffset now)
    {
        private TimeSpan? retryAfter;
        private TimeSpan? resetAfter;
        private int? limit;
        private int? remaining;
        private TimeSpan? window;

        internal void Take(string header, string value)
        {
            var name = header.ToLowerInvariant();
            name = name.StartsWith("x-", StringComparison.Ordinal) ? name[2..] : name;
            name = name.Replace("rate-limit", "ratelimit", StringComparison.Ordinal);
            var rest = name.StartsWith("ratelimit-", StringComparison.Ordinal) ? name[10..] : name;
            switch (rest)
            {
                case "retry-after":
                case "retry-after-ms":
                    retryAfter = Longer(retryAfter, Wait(value, now, rest.EndsWith("ms", StringComparison.Ordinal)));
                    break;
                case "ratelimit":
                case "policy" when name.StartsWith("ratelimit-", StringComparison.Ordinal):
                    TakeCombined(value);
                    break;
                case var _ when name.StartsWith("ratelimit-", StringComparison.Ordinal):
                    TakeField(rest, value);
                    break;
            }
        }

        internal RateSignal Signal(bool refused)
        {
            var waits = refused ? Longer(retryAfter, resetAfter) : retryAfter;
            return new()
            {
                Refused = refused,
                RetryAfter = Cap(retryAfter),
                ResetAfter = Cap(resetAfter),
                Limit = limit,
                Remaining = remaining,
                Window = window,
                Capped = waits > LongestWait,
            };
        }

        private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;

        private static TimeSpan? Cap(TimeSpan? wait) => wait > LongestWait ? LongestWait : wait;

        private static int? Smaller(int? one, int? other) => one is null || other < one ? other : one;

        private static int? Count(string value)
        {
            var digits = value.AsSpan().TrimStart();
            var end = digits.IndexOfAnyExceptInRange('0', '9');
            return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        }

        private void TakeField(string field, string value)
        {
            var dash = field.LastIndexOf('-');
            var unit = dash < 0 ? "" : field[(dash + 1)..];
            var what = unit is "second" or "minute" or "hour" or "day" ? field[..dash] : field;
            window ??= unit switch
            {
                "second" => TimeSpan.FromSeconds(1),
                "minute" => TimeSpan.FromMinutes(1),
                "hour" => TimeSpan.FromHours(1),
                "day" => TimeSpan.FromDays(1),
                _ => null,
            };
            switch (what)
            {
                case "limit":
                    limit = Smaller(limit, Count(value));
                    break;
                case "remaining":
                    remaining = Smaller(remaining, Count(value));
                    break;
                case "reset" or "reset-after":
                    resetAfter = Longer(resetAfter, Wait(value, now, milliseconds: false));
                    break;
            }
        }

        // limit=100, remaining=0, reset=30 and the later "default";q=100;w=60 with "default";r=0;t=30.
        private void TakeCombined(string value)
        {
            foreach (Match match in Parameter().Matches(value))
            {
                var text = match.Groups["value"].Value;
                switch (match.Groups["key"].Value.ToLowerInvariant())
                {
                    case "limit" or "q":
                        limit = Smaller(limit, Count(text));
                        break;
                    case "remaining" or "r":
                        remaining = Smaller(remaining, Count(text));
                        break;
                    case "reset" or "t":
                        resetAfter = Longer(resetAfter, Wait(text, now, milliseconds: false));
                        break;
                    case "w" when Wait(text, now, milliseconds: false) is { } length:
                        window ??= length;
                        break;
                }
            }
        }
    }
}
