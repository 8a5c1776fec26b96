using System.Globalization;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What happens to a referral window.</summary>
/// <param name="Mode">As the source says, dropped or fixed.</param>
/// <param name="Value">The fixed window; null for the other modes.</param>
public sealed record WindowRule(CarryMode Mode, TimeSpan? Value = null)
{
    /// <summary>Reads <c>source</c>, <c>drop</c>, <c>30 days</c> or <c>12 hours</c>; null when it is none of them.</summary>
    public static WindowRule? Parse(string text)
    {
        switch (text)
        {
            case "source":
                return new WindowRule(CarryMode.Source);
            case "drop":
                return new WindowRule(CarryMode.Drop);
        }

        var parts = text.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is 0 or > 8760)
        {
            return null;
        }

        return parts[1] switch
        {
            "day" or "days" => new WindowRule(CarryMode.Fixed, TimeSpan.FromDays(count)),
            "hour" or "hours" => new WindowRule(CarryMode.Fixed, TimeSpan.FromHours(count)),
            _ => null,
        };
    }

    /// <summary>The window that the target should have.</summary>
    public TimeSpan? Apply(TimeSpan? source) => Mode switch
    {
        CarryMode.Source => source,
        CarryMode.Fixed => Value,
        _ => null,
    };
}
