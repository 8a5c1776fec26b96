using System.Globalization;
using Bogus;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>
/// People and addresses. Names are double, phones and tax numbers long, so that a search for one of them over all artifacts
/// of a run finds the leak and nothing else.
/// </summary>
internal sealed class ContactForge(SeedMixer seeds)
{
    private static readonly string[] Methods =
        ["Content / Blog", "Coupons & Deals", "Email Marketing", "Loyalty", "Social Media", "Search"];

    /// <summary>Every name has a letter beyond ASCII, so that a wrong encoding shows.</summary>
    private static readonly string[] Accented = ["René", "Jörn", "Åse", "Íñigo", "Zoé", "Günther", "Héloïse"];

    private readonly Faker[] _fakers = [new("fr"), new("de"), new("sv"), new("es")];
    private readonly Faker _english = new("en");

    public RakutenContactDetails Next(int index)
    {
        var random = seeds.Randomizer(Purpose.Details, index);
        var faker = _fakers[index / 10 % _fakers.Length];
        faker.Random = random;
        _english.Random = random;
        var (country, phone, postalCode, state) = Place(random, index);
        return new RakutenContactDetails
        {
            FirstName = Latin($"{random.ArrayElement(Accented)}-{_english.Name.FirstName()}"),
            LastName = Latin($"{faker.Name.LastName()}-{_english.Name.LastName()}"),
            Phone = phone,
            PhoneCountry = country,
            Address1 = Latin($"{random.Int(11, 899)} {_english.Address.StreetName()} {random.AlphaNumeric(4).ToUpperInvariant()}"),
            Address2 = index / 10 % 3 == 0 ? $"Unit {random.Int(10, 99)}-{random.AlphaNumeric(5).ToUpperInvariant()}" : null,
            City = Latin(_english.Address.City()),
            State = state,
            PostalCode = postalCode,
            Country = country,
            PromotionalMethod = random.ArrayElement(Methods),
            TaxId = $"{country}{random.Int(100_000, 999_999)}{random.Int(100_000, 999_999)}T",
        };
    }

    private static (string Country, string Phone, string PostalCode, string? State) Place(Randomizer random, int index)
    {
        string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        char Letter() => random.ArrayElement("ABCEGHJKLMNPRSTVWXY".ToCharArray());
        return (index / 10 % 4) switch
        {
            0 => ("GB", Text($"+44 20 7946 {random.Int(0, 999):0000}"),
                Text($"{Letter()}{Letter()}{random.Int(1, 9)} {random.Int(1, 9)}{Letter()}{Letter()}"), null),
            1 => ("US", Text($"+1 {random.Int(201, 989)} 555 {random.Int(100, 199):0000}"),
                Text($"{random.Int(10000, 99999)}-{random.Int(1000, 9999)}"), random.ArrayElement(["NY", "CA", "TX", "OH"])),
            2 => ("CA", Text($"+1 {random.Int(201, 989)} 555 {random.Int(100, 199):0000}"),
                Text($"{Letter()}{random.Int(0, 9)}{Letter()} {random.Int(0, 9)}{Letter()}{random.Int(0, 9)}"),
                random.ArrayElement(["ON", "BC", "QC"])),
            _ => ("NL", Text($"+31 20 555 {random.Int(1000, 9999)} {random.Int(10, 99)}"),
                Text($"{random.Int(1000, 9999)} {Letter()}{Letter()}"), null),
        };
    }

    /// <summary>Keeps what Windows-1252 can write.</summary>
    private static string Latin(string text) => string.Concat(text.Select(letter => letter <= '\u00ff' ? letter : 'ö'));
}
