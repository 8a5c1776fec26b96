using System.Globalization;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>How one file writes dates and numbers.</summary>
internal sealed record RowStyle(string DateFormat, string DateName, NumberFormatInfo Numbers, string NumberName)
{
    public static RowStyle Iso { get; } = new("yyyy-MM-dd", "YYYY-MM-DD", Format(".", ""), "1234.56");

    public static RowStyle IsoFrench { get; } = new("yyyy-MM-dd", "YYYY-MM-DD", Format(",", "\u00a0"), "1 234,56");

    public static RowStyle American { get; } = new("M/d/yy", "M/D/YY", Format(".", ","), "1,234.56");

    public static RowStyle German { get; } = new("dd.MM.yyyy", "DD.MM.YYYY", Format(",", "."), "1.234,56");

    public string Date(DateOnly? date) => date?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Two decimals, grouped.</summary>
    public string Money(decimal amount) => amount.ToString("N2", Numbers);

    public string Count(int count) => count.ToString("N0", Numbers);

    /// <summary>As many decimals as the number has, grouped.</summary>
    public string Rate(decimal? number) => number?.ToString("#,0.####", Numbers) ?? "";

    private static NumberFormatInfo Format(string point, string group) => new()
    {
        NumberDecimalSeparator = point,
        NumberGroupSeparator = group,
        NumberNegativePattern = 1,
    };
}
