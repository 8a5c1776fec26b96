using System.Globalization;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Seeding;

/// <summary>Fills an invented brand with partners, contracts in every state, groups, codes, deals, links and actions.</summary>
internal sealed class FakeBrand(FakePartners fakes, IReadOnlyList<PartnerAccount> partners, ImpactProgram program, IReadOnlyList<TemplateVersion> templates, DateTimeOffset now, long firstId)
{
    private static readonly string[] GroupNames = ["Content", "Coupon & Deals", "Top Partners"];
    private long lastContract = 1_000_000 + firstId;
    private long lastPending = 25_000_000 + firstId;

    /// <summary>Of every ten partners: seven joined, one left, one applied, one is about to start.</summary>
    public IReadOnlyList<ImpactContract> Contracts() => [.. partners.SelectMany((partner, place) => (place % 10) switch
    {
        7 => (ImpactContract[])[Signed(partner, now.AddDays(-300), now.AddDays(-20))],
        8 => [Applied(partner)],
        9 => [Signed(partner, now.AddDays(5), null)],
        2 => Replaced(partner),
        _ => [Signed(partner, now.AddDays(-fakes.Random.Int(30, 400)), null)],
    })];

    public IReadOnlyList<Relationship> Relationships() => [.. partners.Select((partner, place) =>
        place % 3 == 0 ? new Relationship(partner.Id, $"legacy-{partner.Id}", place % 2 == 0 ? "vip" : null) : new Relationship(partner.Id))];

    public IReadOnlyList<PartnerGroup> Groups() => [.. GroupNames.Select((name, place) =>
        new PartnerGroup(90_000 + firstId + place, program.Id, name, [.. partners.Where((_, at) => at % (place + 2) == 0).Select(one => one.Id)]))];

    public IReadOnlyList<PromoCode> Codes() =>
    [
        Code(1, partners[0], now.AddDays(-90), null, expired: false),
        Code(2, partners[1], now.AddDays(-60), now.AddDays(60), expired: false),
        Code(3, partners[1], now.AddDays(-200), now.AddDays(-100), expired: false),
        Code(4, partners[3], now.AddDays(-30), null, expired: true),
    ];

    public IReadOnlyList<Deal> Deals() =>
    [
        new Deal(300 + firstId, program.Id, now.AddDays(-30), null, new Dictionary<string, string>
        {
            ["Name"] = "Ten percent", ["Type"] = "GENERAL_SALE", ["Scope"] = "ENTIRE_STORE", ["DiscountType"] = "PERCENT", ["DiscountPercent"] = "10",
        }),
        new Deal(301 + firstId, program.Id, now.AddDays(-90), now.AddDays(-30), new Dictionary<string, string>
        {
            ["Name"] = "Free shipping", ["Type"] = "FREE_SHIPPING", ["Scope"] = "ENTIRE_STORE",
        }),
    ];

    public IReadOnlyList<TrackingLink> Links() => [.. partners.Take(4).Select((partner, place) => new TrackingLink
    {
        Id = firstId + place,
        ProgramId = program.Id,
        PartnerId = partner.Id,
        Type = place == 0 ? "Vanity" : "Regular",
        CustomPath = place == 0 ? "welcome" : null,
        AdId = program.AdIds[0],
        DeepLink = program.DefaultLandingPage,
        Url = place == 0
            ? $"https://{program.TrackingDomain}/welcome"
            : string.Create(CultureInfo.InvariantCulture, $"https://{program.TrackingDomain}/c/{partner.Id}/{program.AdIds[0]}/{program.Id}"),
        Created = now.AddDays(-50),
    })];

    public IReadOnlyList<ActionRecord> Actions() => [.. Enumerable.Range(0, 60).Select(place =>
    {
        var happened = now.AddHours(-20 * place).AddMinutes(-fakes.Random.Int(1, 59));
        var amount = decimal.Round(fakes.Random.Decimal(10m, 400m), 2);
        var type = program.EventTypes[0];
        return new ActionRecord
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{program.Id}.{type.Id}.{158_000 + place}"),
            ProgramId = program.Id,
            PartnerId = partners[place % Math.Min(7, partners.Count)].Id,
            EventType = type,
            State = place > 40 ? "APPROVED" : place % 9 == 8 ? "REVERSED" : "PENDING",
            Amount = amount,
            Payout = decimal.Round(amount * 0.1m, 2),
            Currency = templates[0].Terms.Currency,
            OrderId = string.Create(CultureInfo.InvariantCulture, $"ORD-{100_000 + place}"),
            CustomerStatus = place % 4 == 0 ? "NEW" : "RETURNING",
            PromoCode = place % 6 == 0 ? "SAVE1" : null,
            ReferringDate = happened.AddMinutes(-30),
            EventDate = happened,
            CreationDate = happened.AddMinutes(2),
            LockingDate = happened.AddDays(30),
            UpdateDate = happened.AddMinutes(2),
        };
    })];

    private ImpactContract[] Replaced(PartnerAccount partner)
    {
        var old = Signed(partner, now.AddDays(-300), now.AddDays(-100));
        return [old, Signed(partner, now.AddDays(-100), null) with { Replaces = old.Id, Template = templates[1 % templates.Count] }];
    }

    private ImpactContract Signed(PartnerAccount partner, DateTimeOffset start, DateTimeOffset? end) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"S-{++lastContract}"),
        ProgramId = program.Id,
        PartnerId = partner.Id,
        Status = "ACTIVE",
        StartDate = start,
        EndDate = end,
        BrandSignatory = "Brand Signatory",
        BrandSignatoryDate = start,
        PartnerSignatory = "Partner Signatory",
        PartnerSignatoryDate = start,
        DateCreated = start,
        DateLastUpdated = end is { } ended && ended < now ? ended : start,
        Template = templates[fakes.Random.Int(0, templates.Count - 1)],
    };

    private ImpactContract Applied(PartnerAccount partner) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"P-{++lastPending}"),
        ProgramId = program.Id,
        PartnerId = partner.Id,
        Status = "PENDING",
        Initiator = ContractInitiator.Partner,
        StartDate = now.AddDays(-2),
        PartnerSignatory = "Partner Signatory",
        PartnerSignatoryDate = now.AddDays(-2),
        DateCreated = now.AddDays(-2),
        DateLastUpdated = now.AddDays(-2),
        Template = templates[0],
    };

    private PromoCode Code(int number, PartnerAccount owner, DateTimeOffset start, DateTimeOffset? end, bool expired) => new()
    {
        Id = 7_000_000 + firstId + number,
        ProgramId = program.Id,
        PartnerId = owner.Id,
        Code = string.Create(CultureInfo.InvariantCulture, $"SAVE{number}"),
        CreatedDate = start,
        StartDate = start,
        EndDate = end,
        Expired = expired,
        DealId = number == 1 ? 300 + firstId : null,
    };
}
