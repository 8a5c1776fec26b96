using System.Globalization;

namespace Bridge.Cli.Output;

/// <summary>Windows of rate limits in words.</summary>
internal static class RateText
{
    /// <summary>A window: <c>hour</c>, <c>minute</c>, <c>10 s</c>.</summary>
    public static string Of(TimeSpan window) => window switch
    {
        { TotalDays: 1 } => "day",
        { TotalHours: 1 } => "hour",
        { TotalMinutes: 1 } => "minute",
        { TotalSeconds: 1 } => "second",
        _ => string.Create(CultureInfo.InvariantCulture, $"{window.TotalSeconds:0.###} s"),
    };
}
