using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Files;

/// <summary>The columns of the house format.</summary>
internal static class HouseColumns
{
    private const string Days = "YYYY-MM-DD; a last day still counts";
    private const string SubIdForm = "name=value, several with ; between";

    public static IReadOnlyList<TableColumn> Partners { get; } =
    [
        Text("Partner ID", true, "The network's id of the partner; unique in the file.", "P-1001"),
        Text("Name", true, "Account or trade name.", "Fjord Reviews"),
        Text("Status", false, "active, pending, extended, declined, declinedForGood, removed, removedForGood, left, suspended or closed; unknown when blank.", "active"),
        Text("Kind", false, "content, coupon, cashback, influencer, email, subNetwork, technology, search, referral or other.", "content"),
        Text("Website", false, "Sites and channels, the main one first, with ; between.", "https://fjord.example") with { Personal = true },
        Text("Email", false, "E-mail of the person to write to; further ones behind ;", "partner@fjord.example") with { Personal = true },
        Text("Unsubscribed", false, "Y when that person does not want mail: it is then never mailed without a recorded authority.", ""),
        Text("First Name", false, "First name of that person.", "Ada") with { Personal = true },
        Text("Last Name", false, "Last name of that person.", "Quill") with { Personal = true },
        Text("Phone", false, "Phone of that person.", "") with { Personal = true },
        Text("Phone Country", false, "Country of the phone number, two letters.", ""),
        Text("Address 1", false, "Street and number.", "") with { Personal = true },
        Text("Address 2", false, "Further line of the address.", "") with { Personal = true },
        Text("City", false, "City.", "") with { Personal = true },
        Text("State", false, "State or region.", ""),
        Text("Postal Code", false, "Postal code.", "") with { Personal = true },
        Text("Country", false, "Country, two letters.", "GB"),
        Text("Tax ID", false, "Tax or VAT number.", "") with { Personal = true },
        Text("Promotion Methods", false, "What the partner does, in the network's words, with ; between.", "Content / Blog"),
        Text("Groups", false, "Ids or names of its groups, with ; between.", "Content"),
        Text("Tags", false, "Labels, with ; between.", ""),
        Day("Join Date", "When it joined the program.", "2024-05-13"),
        Text("Currency", false, "Payout currency, ISO 4217.", "USD"),
        Text("Account Type", false, "The network's word for the kind of account.", ""),
        Text("Other IDs", false, "Ids of other systems: " + SubIdForm + ".", "crm=C-77") with { Personal = true },
    ];

    public static IReadOnlyList<TableColumn> Contracts { get; } =
    [
        Text("Contract ID", true, "Rows with the same id are one contract.", "C-1"),
        Text("Partner ID", true, "The partner.", "P-1001"),
        Text("Contract Name", false, "Name as people see it; the id when blank.", "Standard terms"),
        Text("Template ID", false, "Offer, template or campaign that it is made from.", "T-STD"),
        Text("Template Kind", false, "The network's word for the kind of template.", ""),
        Text("Contract Status", false, "active, pending, upcoming, expired or declined; told by the dates when blank.", "active"),
        Day("Start Date", "First day: " + Days + ".", "2024-01-01"),
        Day("End Date", "Last day; open when blank.", ""),
        Text("Currency", false, "Currency of the amounts, ISO 4217; that of the program when blank.", "USD"),
        Number("Click Days", "Days after a click in which a sale counts.", "30"),
        Number("View Days", "Days after a view in which a sale counts.", ""),
        Text("Lock Basis", false, "From when a sale can no longer change: tracked, monthEnd, locked or customerPaid.", "tracked"),
        Number("Lock Days", "Days after that.", "45"),
        Text("Payout Basis", false, "From when the payout runs: tracked, monthEnd, locked or customerPaid.", ""),
        Number("Payout Days", "Days after that.", ""),
        Text("Payout Every", false, "How often payouts run: none, day, week, month, quarter or year.", ""),
        Number("Minimum Payout", "Smallest amount that is paid out.", ""),
        Text("Attribution", false, "lastTouch, firstTouch, linear, positionBased or registeredDealFirst.", "lastTouch"),
        Text("Auto Renews", false, "Y or N.", ""),
        Text("Term", false, "Number of the term; rows with one number are the tiers of one term.", "1"),
        Text("Term Kind", false, "percent, flat, tiered, recurring, bonus, cap or slottingFee; a row without kind has no term.", "percent"),
        Text("Action", false, "What is paid for: sale, lead, click, call or install; sale when blank.", "sale"),
        Text("Event Type", false, "The network's event type of the action.", ""),
        Number("Rate", "Percent: 7.5 is 7.5 %.", "7.5"),
        Number("Amount", "Fixed amount.", ""),
        Text("Level", false, "order or item; order when blank.", ""),
        Text("Basis", false, "What a threshold counts: orderValue, periodRevenue or periodCount.", ""),
        Text("Period", false, "Over what it counts: day, week, month, quarter, year or lifetime.", ""),
        Text("Mode", false, "Tiers pay marginal (what lies above) or retroactive (everything).", ""),
        Number("From", "Threshold of a tier or bonus, inclusive.", ""),
        Number("Up To", "End of a tier, exclusive; blank in the last one.", ""),
        Number("First Payment", "First payment of a subscription that is paid for, from 1.", ""),
        Number("Payments", "Number of payments that are paid for; lifelong when blank.", ""),
        Text("Cap Target", false, "payoutPerAction, payoutPerPartner, actionsPerPartner, actionsPerCustomer or spendPerProgram.", ""),
        Text("Each Following", false, "Y when a bonus goes to every action behind the threshold.", ""),
        Text("Trigger", false, "When a slotting fee is due: contractStart, firstAction or monthly.", ""),
        Text("Scope", false, "Conditions with ; between, values with | between: category is Shoes|Boots; customerStatus is new. Everything when blank.", ""),
        Number("Rank", "Order of evaluation among scoped terms, lowest first.", ""),
        Day("Valid From", "First day of a term that stands in for the others during a time.", ""),
        Day("Valid Until", "Its last day.", ""),
        Text("Override", false, "Name of that time.", ""),
    ];

    public static IReadOnlyList<TableColumn> Links { get; } =
    [
        Text("Link ID", true, "The network's id of the link; unique in the file.", "L-1"),
        Text("Partner ID", true, "The partner that owns it.", "P-1001"),
        Text("Link Kind", false, "regular, deep, vanity, text or banner; deep when there is a destination.", "deep"),
        Text("Status", false, "active or expired; unknown when blank.", "active"),
        Text("Name", false, "Name.", "Home"),
        Text("Tracking URL", true, "The URL that visitors click; blank when nobody knows it.", "https://click.example/l/1"),
        Text("Destination", false, "Where it leads, decoded.", "https://shop.example/"),
        Text("Vanity Path", false, "Path of a vanity link, without slash.", ""),
        Text("Creative ID", false, "Offer rule, creative or ad it belongs to.", ""),
        Text("Sub IDs", false, "In link order: " + SubIdForm + ".", "u1=footer"),
        Day("Start Date", "First day.", ""),
        Day("End Date", "Last day; open when blank.", ""),
        Text("Known By", false, "How the URL is known: observed (somebody saw it), computed (built from ids) or unknown; told by the URL when blank.", "observed"),
        Text("Report ID", false, "What conversions call the link, when that is not its id.", ""),
        Text("Page", false, "Page on which it was found.", ""),
        Day("Seen At", "When it was seen.", ""),
    ];

    public static IReadOnlyList<TableColumn> Codes { get; } =
    [
        Text("Code", true, "What shoppers enter.", "FJORD10"),
        Text("Partner ID", false, "Who is credited; nobody when blank.", "P-1001"),
        Text("Code ID", false, "The network's id of the code; code and partner when blank.", ""),
        Text("Status", false, "active or expired; told by the dates when blank.", "active"),
        Text("Description", false, "What it is for.", "ten off"),
        Text("Discount Type", false, "percent, fixed, freeShipping, gift or other.", "percent"),
        Number("Discount", "Percent number or amount.", "10"),
        Text("Currency", false, "Currency of the amount, ISO 4217; that of the program when blank.", ""),
        Text("Credit Policy", false, "When the code credits its owner, in the network's word.", ""),
        Day("Start Date", "First day.", "2026-01-01"),
        Day("End Date", "Last day; open when blank.", ""),
    ];

    public static IReadOnlyList<TableColumn> Conversions { get; } =
    [
        Text("Conversion ID", false, "The network's id; made from the order when blank.", "X-1"),
        Text("Order ID", false, "The shop's order id.", "A-1001"),
        Text("Partner ID", false, "Who is credited; nobody when blank.", "P-1001"),
        new("Date", CellKind.Date, true) { Meaning = "When it happened, with time if known.", Example = "2026-06-01 14:05" },
        Text("Status", false, "pending, approved, reversed or correction; unknown when blank.", "approved"),
        Number("Sale Amount", "Commissionable amount; negative in a correction.", "100.50"),
        Number("Commission", "What the partner earns; negative in a correction.", "7.54"),
        Text("Currency", false, "Currency of both, ISO 4217; that of the program when blank.", ""),
        Text("Customer Status", false, "New, returning and the like, in the network's word.", "new"),
        Text("Promo Code", false, "Promo code used.", ""),
        Text("Contract ID", false, "Contract or offer that was paid by.", ""),
        Text("Link ID", false, "Link that was clicked: its id, or its report id.", "L-1"),
        Text("Sub IDs", false, SubIdForm + ".", ""),
    ];

    public static IReadOnlyList<TableColumn> Pages { get; } =
    [
        Text("Page URL", true, "Page on which the link was found.", "https://fjord.example/best-boots"),
        Text("Link URL", true, "The link as it stands on the page.", "https://click.example/l/77"),
        Day("Seen At", "When it was seen.", "2026-05-30"),
        Text("Partner ID", false, "The partner; told by the host of the page when blank.", ""),
        Text("Destination", false, "Where the link leads, decoded.", ""),
    ];

    public static IReadOnlyList<TableColumn> Groups { get; } =
    [
        Text("Group Name", true, "Name as people see it.", "Content"),
        Text("Group ID", false, "The network's id of the group; its name when blank.", "3101"),
    ];

    private static TableColumn Text(string name, bool required, string meaning, string example) =>
        new(name, CellKind.Text, required) { Meaning = meaning, Example = example };

    private static TableColumn Number(string name, string meaning, string example) =>
        new(name, CellKind.Number, false) { Meaning = meaning, Example = example };

    private static TableColumn Day(string name, string meaning, string example) =>
        new(name, CellKind.Date, false) { Meaning = meaning, Example = example };
}
