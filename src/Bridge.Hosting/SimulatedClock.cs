using System.Globalization;
using Bridge.Simulation.Hosting;

namespace Bridge.Hosting;

/// <summary>
/// The clock of a simulated rail, written so that another process can share it: <c>start@real*factor</c>, where start is what
/// the clock shows at the real instant (milliseconds since 1970 UTC) and factor how much faster it runs.
/// </summary>
/// <param name="Start">What the clock shows.</param>
/// <param name="Real">When it shows that.</param>
/// <param name="Factor">How much faster it runs.</param>
public sealed record SimulatedClock(DateTimeOffset Start, DateTimeOffset Real, decimal Factor)
{
    /// <summary>Reads the written form.</summary>
    public static SimulatedClock? Parse(string text)
    {
        var at = text.LastIndexOf('@');
        var times = text.LastIndexOf('*');
        return at > 0 && times > at
            && DateTimeOffset.TryParse(text[..at], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            && long.TryParse(text[(at + 1)..times], NumberStyles.None, CultureInfo.InvariantCulture, out var real)
            && decimal.TryParse(text[(times + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var factor) && factor > 0
            ? new SimulatedClock(start, DateTimeOffset.FromUnixTimeMilliseconds(real), factor)
            : null;
    }

    /// <summary>The clock itself.</summary>
    public TimeProvider ToTimeProvider()
    {
        var elapsed = TimeProvider.System.GetUtcNow() - Real;
        return new ScaledTimeProvider(TimeProvider.System, (double)Factor, Start + TimeSpan.FromTicks((long)(elapsed.Ticks * Factor)));
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-ddTHH:mm:ssZ}@{Real.ToUnixTimeMilliseconds()}*{Factor}");
}
