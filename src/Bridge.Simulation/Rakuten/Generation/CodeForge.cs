using System.Globalization;
using Bogus;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>The brand's coupon list.</summary>
internal sealed class CodeForge(RakutenPackOptions options, SeedMixer seeds)
{
    private static readonly string[] Words = ["SAVE", "HELLO", "SUMMER", "CLUB", "EXTRA", "VIP", "GIFT", "STYLE"];

    public RakutenCode Next(int ordinal, string? sid)
    {
        var random = seeds.Randomizer(Purpose.Codes, ordinal);
        var type = random.ArrayElement(["percent", "percent", "percent", "fixed", "free shipping"]);
        decimal? discount = type switch
        {
            "percent" => random.Int(2, 12) * 2.5m,
            "fixed" => random.Int(5, 40) * 1m,
            _ => null,
        };
        return new RakutenCode
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"{random.ArrayElement(Words)}{1000 + ordinal}"),
            Sid = sid,
            Description = Describe(random, type, discount, ordinal),
            DiscountType = type,
            Discount = discount,
            Start = options.AsOf.AddDays(-random.Int(10, 300)),
            End = ordinal % 4 == 0 ? options.AsOf.AddDays(random.Int(-30, 200)) : null,
            Currency = options.Currency,
        };
    }

    private string Describe(Randomizer random, string type, decimal? discount, int ordinal)
    {
        var what = type switch
        {
            "percent" => string.Create(CultureInfo.InvariantCulture, $"{discount:0.##} % off"),
            "fixed" => string.Create(CultureInfo.InvariantCulture, $"{discount:0.##} {options.Currency} off"),
            _ => "free shipping",
        };
        var scope = random.ArrayElement(["everything", "the été collection", "orders above 50", "the \"members\" range"]);
        return options.Dirt && ordinal % 29 == 9 ? $"{what} {scope};\nnot with other codes" : $"{what} {scope}";
    }
}
