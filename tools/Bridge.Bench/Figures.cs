namespace Bridge.Bench;

/// <summary>Figures as they are shown.</summary>
internal static class Figures
{
    /// <summary>Bytes as MiB, one decimal.</summary>
    public static decimal MiB(long bytes) => Math.Round(bytes / 1048576m, 1);

    /// <summary>Seconds, two decimals.</summary>
    public static decimal Seconds(TimeSpan time) => Math.Round((decimal)time.TotalSeconds, 2);
}
