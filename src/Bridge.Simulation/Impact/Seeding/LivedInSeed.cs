using System.Globalization;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Seeding;

/// <summary>
/// A platform that has been in use for a while, made from a number: an agency with two brands, programs in two states, partners
/// with contracts in every state, groups, codes, deals, links and actions, and marketplace accounts that know no brand.
/// </summary>
public static class LivedInSeed
{
    private const int JoinedPartners = 24;
    private const int OtherPartners = 6;
    private const int OutsidePartners = 4;

    /// <summary>The same number and time give the same platform.</summary>
    public static ImpactSeed Create(int seed, DateTimeOffset now)
    {
        var fakes = new FakePartners(seed, now);
        var sids = Enumerable.Range(0, 3).Select(_ => "IR" + fakes.Random.String2(20, "abcdefghijkmnpqrstuvwxyz23456789")).ToList();
        var partners = Enumerable.Range(0, JoinedPartners + OtherPartners + OutsidePartners)
            .Select(place => fakes.Create(2_000_000 + (place * 37), place % 8 == 5 ? "DIRECT" : "MARKETPLACE"))
            .ToList();
        var first = Brand(fakes, sids[0], "Acme Outfitters", "acme", 1_048_291, 11_000, partners[..JoinedPartners], now, 1);
        var second = Brand(fakes, sids[1], "Nord Home", "nordhome", 1_048_377, 12_000, partners[JoinedPartners..(JoinedPartners + OtherPartners)], now, 101);
        return new ImpactSeed
        {
            Seed = seed,
            Brands = [first, second],
            Agency = new AgencySeed { Sid = sids[2], Tokens = [new ImpactToken { Value = Secret(fakes) }], BrandSids = sids[..2] },
            Partners = partners,
        };
    }

    private static BrandSeed Brand(
        FakePartners fakes, string sid, string name, string label, long advertiserId, long programId, IReadOnlyList<PartnerAccount> partners, DateTimeOffset now, long firstId)
    {
        var currency = firstId == 1 ? "USD" : "EUR";
        EventType sale = new(18_000 + firstId, "Online Sale", "SALE", "SALE");
        EventType lead = new(18_001 + firstId, "New Lead", "LEAD", "LEAD");
        TemplateVersion[] templates =
        [
            FakeTerms.Public(98_000 + firstId, sale, currency, 10m),
            FakeTerms.Tiered(98_001 + firstId, sale, currency, now),
            FakeTerms.Lead(98_002 + firstId, lead, currency),
        ];
        var program = Program(programId, name, label) with { EventTypes = [sale, lead], PublicTemplateId = templates[0].TemplateId };
        var fill = new FakeBrand(fakes, partners, program, templates, now, firstId);
        return new BrandSeed
        {
            Sid = sid,
            AdvertiserId = advertiserId,
            Name = name,
            Currency = currency,
            Tokens =
            [
                new ImpactToken { Value = Secret(fakes) },
                new ImpactToken { Value = Secret(fakes), MayWrite = false },
                new ImpactToken { Value = Secret(fakes), Categories = ["Partners", "Contracts"], Version = "14" },
                new ImpactToken { Value = Secret(fakes), Enabled = false },
            ],
            Programs = [program, Program(programId + 1, $"{name} Outlet", $"{label}-outlet") with { State = "SETUP", ListInMarketplace = false, EventTypes = [sale] }],
            Templates = templates,
            Relationships = fill.Relationships(),
            Contracts = fill.Contracts(),
            Groups = fill.Groups(),
            Codes = fill.Codes(),
            Deals = fill.Deals(),
            Links = fill.Links(),
            Actions = fill.Actions(),
        };
    }

    private static ImpactProgram Program(long id, string name, string label) => new()
    {
        Id = id,
        Name = string.Create(CultureInfo.InvariantCulture, $"{name} Program"),
        TrackingDomain = $"{label}.sjv.example",
        DefaultLandingPage = $"https://www.{label}.example/",
        PermittedHosts = [$"{label}.example", $"*.{label}.example"],
        AdIds = [650_000 + id, 660_000 + id],
        ShippingRegions = ["US", "CANADA"],
    };

    private static string Secret(FakePartners fakes) => fakes.Random.String2(32, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
