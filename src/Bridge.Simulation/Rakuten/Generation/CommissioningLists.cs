using System.Globalization;
using Bogus;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>The value lists that the catalogue's dynamic rules name.</summary>
internal static class CommissioningLists
{
    public const string NewCustomers = "New Customers";
    public const string HeroProducts = "Hero Products";
    public const string Clearance = "Clearance";
    public const string Footwear = "Footwear";
    public const string Audience = "Content Audience";

    public static IReadOnlyList<RakutenCommissioningList> Build(RakutenPackOptions options, SeedMixer seeds)
    {
        var random = seeds.Randomizer(Purpose.Lists, 0);
        return
        [
            List(NewCustomers, "customer status", ["NEW", "FIRSTORDER"]),
            List(HeroProducts, "sku", Skus(random, 40)),
            List(Clearance, "sku", Skus(random, 25)),
            List(Footwear, "category", ["Shoes", "Boots", "Chaussures d été", "Sneakers"]),
            List(Audience, "publisher audience", ["fjordreviews", "harborjournal", "mapleguide"]),
        ];

        RakutenCommissioningList List(string name, string field, IReadOnlyList<string> values) => new()
        {
            Id = random.Hexadecimal(24, ""),
            Name = name,
            Field = field,
            Values = values,
            LastModified = new DateTimeOffset(options.AsOf.AddDays(-random.Int(3, 200)), new TimeOnly(9, 30), TimeSpan.Zero),
        };
    }

    private static List<string> Skus(Randomizer random, int count)
    {
        var first = random.Int(10_000, 60_000);
        return [.. Enumerable.Range(0, count).Select(step => string.Create(CultureInfo.InvariantCulture, $"ACM{first + (step * 17)}"))];
    }
}
