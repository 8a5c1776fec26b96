using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Rakuten;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Simulation.Demo;

/// <summary>
/// An impact.com account for a generated brand: one program for each of its programs, nothing in any of them, no template terms.
/// A share of the brand's partners has an account on the marketplace, one account however many programs the partner is in.
/// </summary>
public static class BrandWorld
{
    private const long FirstProgram = 21_000;
    private const long FirstPartner = 4_100_000;

    /// <summary>The platform at the start.</summary>
    /// <param name="brand">The brand.</param>
    /// <param name="now">What the platform's clock shows.</param>
    /// <param name="knownShare">Share of the partners that have an account.</param>
    public static ImpactSeed Create(RakutenBrand brand, DateTimeOffset now, decimal knownShare)
    {
        var fakes = new FakePartners(brand.Options.Seed, now);
        return new ImpactSeed
        {
            Seed = brand.Options.Seed,
            Brands =
            [
                new BrandSeed
                {
                    Sid = "IR" + fakes.Random.String2(20, "abcdefghijkmnpqrstuvwxyz23456789"),
                    AdvertiserId = 1_061_007,
                    Name = "Acme Outfitters",
                    Currency = brand.Options.Programs[0].Currency,
                    Tokens = [new ImpactToken { Value = Secret(fakes) }, new ImpactToken { Value = Secret(fakes), MayWrite = false }],
                    Programs = [.. brand.Options.Programs.Select(Program)],
                },
            ],
            Partners = Accounts(brand, fakes, knownShare),
        };
    }

    private static ImpactProgram Program(RakutenBrandProgram program, int place)
    {
        var id = FirstProgram + (place * 7);
        return new ImpactProgram
        {
            Id = id,
            Name = program.Title,
            TrackingDomain = $"acme-{program.Name}.sjv.example",
            DefaultLandingPage = $"https://{program.Hosts[0]}/",
            PermittedHosts = [.. program.Hosts],
            AdIds = [710_000 + id, 720_000 + id],
            EventTypes =
            [
                new EventType(31_000 + (place * 2), "Online Sale", "SALE", "SALE"),
                new EventType(31_001 + (place * 2), "New Lead", "LEAD", "LEAD"),
            ],
            ShippingRegions = [program.Market == "DE" ? "GERMANY" : program.Market == "GB" ? "UK" : "US"],
        };
    }

    private static List<PartnerAccount> Accounts(RakutenBrand brand, FakePartners fakes, decimal share)
    {
        var accounts = new List<PartnerAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in brand.Parts)
        {
            foreach (var publisher in part.Pack.Publishers)
            {
                // A publisher with full details is created by a call, which looks for nobody: it must not have an account outside.
                if (!seen.Add(publisher.Domain) || publisher.Details is not null || StableHash.Fraction(brand.Options.Seed, $"account/{publisher.Domain}") >= share)
                    continue;

                accounts.Add(Account(publisher, part.Program, fakes.Create(FirstPartner + (accounts.Count * 11), "MARKETPLACE")));
            }
        }

        return accounts;
    }

    private static PartnerAccount Account(RakutenPublisher publisher, RakutenBrandProgram program, PartnerAccount invented)
    {
        var website = $"https://www.{publisher.Domain}";
        return invented with
        {
            Name = publisher.Name,
            Website = website,
            Currency = program.Currency,
            Timezone = program.TimeZone,
            Properties = [new MediaProperty(invented.Properties[0].Id + 200_000, publisher.Name, "WEBSITE", "WEB", website)],
            Contacts = publisher.Email is { } email ? [invented.Contacts[0] with { Email = email }] : [invented.Contacts[0]],
        };
    }

    private static string Secret(FakePartners fakes) =>
        fakes.Random.String2(32, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
