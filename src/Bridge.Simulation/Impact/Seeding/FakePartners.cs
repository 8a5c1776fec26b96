using System.Globalization;
using Bogus;
using Bridge.Simulation.Impact.Endpoints;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Seeding;

/// <summary>Invented partner accounts. Mail addresses and sites lie under reserved names.</summary>
internal sealed class FakePartners
{
    private static readonly (string Iso, string Own, string Currency)[] Countries =
        [("US", "US", "USD"), ("GB", "UK", "GBP"), ("DE", "GERMANY", "EUR"), ("FR", "FRANCE", "EUR"), ("CA", "CANADA", "CAD"), ("ZA", "SOUTHAFRICA", "ZAR")];

    private static readonly string[] Categories = ["Travel", "Sports", "Fashion", "Home & Garden", "Electronics", "Beauty"];
    private readonly Faker faker;
    private readonly DateTimeOffset now;
    private long lastProperty = 700_000;

    public FakePartners(int seed, DateTimeOffset now)
    {
        faker = new Faker { Random = new Randomizer(seed) };
        this.now = now;
    }

    public Randomizer Random => faker.Random;

    public PartnerAccount Create(long id, string partnerType)
    {
        var person = (First: faker.Name.FirstName(), Last: faker.Name.LastName());
        var name = $"{faker.Company.CatchPhrase().Split(' ')[0]} {faker.Commerce.ProductAdjective()} {faker.Hacker.Noun()}";
        var slug = new string([.. name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]) + id.ToString(CultureInfo.InvariantCulture)[^3..];
        var (iso, own, currency) = Random.ArrayElement(Countries);
        var scheme = Random.Bool(0.8f) ? "https://www." : "www.";
        var created = now.AddDays(-Random.Int(60, 900)).AddMinutes(-Random.Int(0, 1440));
        return new PartnerAccount
        {
            Id = id,
            Name = name,
            Description = Random.Bool(0.7f) ? $"{name} writes about {Random.ArrayElement(Categories)}." : null,
            Website = $"{scheme}{slug}.example",
            PartnerType = partnerType,
            Address = new PostalAddress(iso, faker.Address.StreetAddress(), null, faker.Address.City(), null, faker.Address.ZipCode()),
            PhoneCountry = iso,
            PhoneNumber = Random.ReplaceNumbers("##########"),
            Currency = currency,
            PromotionalMethods = [.. Random.ArrayElements(PromotionalMethods.All, Random.Int(1, 3))],
            PromotionalCountries = [own],
            PromotionalCategories = [.. Random.ArrayElements(Categories, Random.Int(1, 2))],
            Properties = Properties(name, slug),
            Contacts = Contacts(person, slug),
            DateCreated = created,
            DateLastUpdated = created.AddDays(Random.Int(0, 50)),
            Activity = Random.Int(1, 100),
        };
    }

    private List<MediaProperty> Properties(string name, string slug)
    {
        var properties = new List<MediaProperty> { new(++lastProperty, name, "WEBSITE", "WEB", $"https://www.{slug}.example") };
        if (Random.Bool(0.3f))
            properties.Add(new MediaProperty(++lastProperty, name, "SOCIAL", "INSTAGRAM", $"https://social.example/{slug}"));
        return properties;
    }

    private List<PartnerContact> Contacts((string First, string Last) person, string slug)
    {
        var local = new string([.. $"{person.First}.{person.Last}".ToLowerInvariant().Where(one => char.IsAsciiLetterOrDigit(one) || one == '.')]);
        var contacts = new List<PartnerContact> { new(person.First, person.Last, $"{local}@{slug}.example", IsPrimary: true) };
        if (Random.Bool(0.25f))
            contacts.Add(new PartnerContact(faker.Name.FirstName(), faker.Name.LastName(), $"office@{slug}.example", IsPrimary: false));
        return contacts;
    }
}
