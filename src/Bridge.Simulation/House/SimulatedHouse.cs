using System.Globalization;

namespace Bridge.Simulation.House;

/// <summary>
/// A brand on a network that Bridge does not know, as six house files. Written from the table of columns in the documentation of
/// the format, not from the connector. A dirty brand writes like a desktop in Paris: semicolons, 31/12/2026, 1.234,50, rows in any
/// order, a totals row, a row cut off in the middle.
/// </summary>
public sealed class SimulatedHouse
{
    private static readonly string[] Kinds = ["content", "coupon", "Cashback", "sub-network", "influencer"];
    private static readonly string[] GroupNames = ["Content", "Deals", "Loyalty"];

    private readonly Random random;
    private readonly int partners;
    private readonly bool dirty;

    private SimulatedHouse(int seed, int partners, bool dirty)
    {
        random = new Random(seed);
        this.partners = partners;
        this.dirty = dirty;
        Files = [Partners(), Groups(), Contracts(), Links(), Codes(), Conversions()];
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<HouseFile> Files { get; }

    /// <summary>What they hold.</summary>
    public HouseTruth Truth { get; } = new();

    /// <summary>A brand.</summary>
    /// <param name="seed">The same seed gives the same bytes.</param>
    /// <param name="partners">Number of partners.</param>
    /// <param name="dirty">True for files as people really send them.</param>
    public static SimulatedHouse Create(int seed, int partners, bool dirty) => new(seed, partners, dirty);

    private HouseTable Table(params string[] header) => dirty
        ? new HouseTable(';', "\r\n", true, [.. header.Select(name => name.ToUpperInvariant().Replace(' ', '_'))])
        : new HouseTable(',', "\n", false, header);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"P-{1000 + number}");

    private string Day(DateOnly day) => day.ToString(dirty ? "dd/MM/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Number(decimal number)
    {
        var text = number.ToString("0.00", CultureInfo.InvariantCulture);
        return dirty ? text.Replace('.', ',') : text;
    }

    private HouseFile Partners()
    {
        var table = Table("Partner ID", "Name", "Status", "Kind", "Website", "Email", "First Name", "Last Name", "Country", "Groups", "Join Date");
        for (var number = 0; number < partners; number++)
        {
            var email = string.Create(CultureInfo.InvariantCulture, $"partner{number}@site{number}.example");
            var group = GroupNames[random.Next(GroupNames.Length)];
            table.Add(
                Id(number), $"Größe {number}, \"Ltd\"", number % 9 == 0 ? "pending" : "Active", Kinds[random.Next(Kinds.Length)],
                string.Create(CultureInfo.InvariantCulture, $"https://site{number}.example"), email, "Ada", $"Quill{number}", "FR", group,
                Day(new DateOnly(2024, 1, 13).AddDays(random.Next(600))));
            Truth.Partners.Add(Id(number));
            Truth.Emails.Add(email);
            Truth.Groups.Add(group);
        }

        if (dirty)
        {
            table.AddRaw("P-9999;Cut off in the mid");
            table.Add("Total", partners.ToString(CultureInfo.InvariantCulture), "", "", "", "", "", "", "", "", "");
            (Truth.UnreadablePartners, Truth.PartnerTotals) = (1, 1);
        }

        return table.ToFile("partners.csv");
    }

    private HouseFile Groups()
    {
        var table = Table("Group Name", "Group ID");
        table.Add("Content", "3101");
        Truth.Groups.Add("Content");
        return table.ToFile("groups.csv");
    }

    private HouseFile Contracts()
    {
        var table = Table("Contract ID", "Partner ID", "Contract Name", "Contract Status", "Start Date", "Currency", "Click Days", "Term", "Term Kind", "Rate", "Amount", "Basis", "Period", "Mode", "From", "Up To", "Scope");
        for (var number = 0; number < partners; number++)
        {
            var contract = string.Create(CultureInfo.InvariantCulture, $"C-{number}");
            string[] facts = [contract, Id(number), "Standard", "active", Day(new DateOnly(2024, 1, 31)), "EUR", "30"];
            if (number % 3 == 0)
            {
                table.Add([.. facts, "1", "tiered", Number(5), "", "periodRevenue", "month", "retroactive", "0", "1000", ""]);
                table.Add([.. facts, "1", "tiered", Number(7.5m), "", "periodRevenue", "month", "retroactive", "1000", "", ""]);
                table.Add([.. facts, "2", "flat", "", Number(12.5m), "", "", "", "", "", "customerStatus is new"]);
                Truth.Contracts.Add(contract, 2);
            }
            else
            {
                table.Add([.. facts, "", "percent", Number(7.25m), "", "", "", "", "", "", ""]);
                Truth.Contracts.Add(contract, 1);
            }
        }

        if (dirty)
        {
            table.Shuffle(random);
        }

        return table.ToFile("contracts.csv");
    }

    private HouseFile Links()
    {
        var table = Table("Link ID", "Partner ID", "Link Kind", "Status", "Name", "Tracking URL", "Destination", "Sub IDs");
        for (var number = 0; number < partners * 2; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"L-{number}");
            table.Add(id, Id(number / 2), "deep", "active", "Home; page", $"https://click.example/{id}", "https://shop.example/a?b=c", "u1=foot; u2=x y");
            Truth.Links.Add(id);
        }

        return table.ToFile("links.csv");
    }

    private HouseFile Codes()
    {
        var table = Table("Code", "Partner ID", "Status", "Discount Type", "Discount", "Currency", "Start Date");
        for (var number = 0; number < partners; number++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"CODE{number}");
            table.Add(code, Id(number), "", number % 2 == 0 ? "percent" : "fixed", Number(10.5m), "EUR", Day(new DateOnly(2026, 1, 15)));
            Truth.Codes.Add(code);
        }

        return table.ToFile("codes.csv");
    }

    private HouseFile Conversions()
    {
        var table = Table("Order ID", "Partner ID", "Date", "Status", "Sale Amount", "Commission", "Currency", "Customer Status");
        for (var number = 0; number < partners * 2; number++)
        {
            var order = string.Create(CultureInfo.InvariantCulture, $"A-{number}");
            var commission = random.Next(100, 90_000) / 100m;
            table.Add(order, Id(number % partners), Day(new DateOnly(2026, 5, 31).AddDays(-random.Next(300))), "approved", Number(commission * 10), Number(commission), "EUR", "new");
            Truth.Orders.Add(order);
            Truth.Commission += commission;
        }

        return table.ToFile("conversions.csv");
    }
}
