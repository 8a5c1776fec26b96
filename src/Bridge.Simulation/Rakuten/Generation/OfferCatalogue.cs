using System.Globalization;
using Bogus;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>The program's offers: one of every kind of rule that offers can carry, then plain private ones.</summary>
internal sealed class OfferCatalogue
{
    private readonly RakutenPackOptions _options;
    private readonly Randomizer _random;
    private readonly List<RakutenOffer> _offers = [];
    private int _oid;

    public OfferCatalogue(RakutenPackOptions options, SeedMixer seeds)
    {
        _options = options;
        _random = seeds.Randomizer(Purpose.Offers, 0);
        _oid = 900_000 + _random.Int(0, 999);
        Lists = CommissioningLists.Build(options, seeds);
        Build();
    }

    public IReadOnlyList<RakutenOffer> Offers => _offers;

    public IReadOnlyList<RakutenCommissioningList> Lists { get; }

    /// <summary>Offers that publishers can hold now, by type.</summary>
    public ILookup<RakutenOfferType, RakutenOffer> InForce =>
        _offers.Where(offer => offer.Status == RakutenOfferStatus.Active).ToLookup(offer => offer.Type);

    private void Build()
    {
        Add("24.1", "Baseline", RakutenOfferType.Baseline, RakutenOfferStatus.Active, [Base(Percent())]);
        Add("24.10", "Seasonal Public", RakutenOfferType.Public, RakutenOfferStatus.Active, [Base(Percent())]);
        Add("25", "Basket Tiers", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Rule(true, null, RakutenCommissionType.Percentage, RakutenThresholdBasis.OrderValue, Bands(0m, 500m, 2000m))]);
        Add("26.2", "New Customer Bonus", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Base(Percent()), Dynamic("customer status", "is", CommissioningLists.NewCustomers), Dynamic("customer status", "is not", CommissioningLists.NewCustomers)]);
        Add("27", "Hero Products", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Base(Percent()), Dynamic("sku", "is", CommissioningLists.HeroProducts)]);
        Add("28.1", "Footwear and \"Sale\" Items", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Base(Percent()), Dynamic("category", "contains", CommissioningLists.Footwear), Dynamic("sku", "is", CommissioningLists.Clearance)]);
        Add("29", "Flat per Order", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Rule(true, null, RakutenCommissionType.Flat, RakutenThresholdBasis.Unstated, [new(_random.Int(8, 40) * 0.5m, 0m, null)])]);
        Add("30", "Monthly Revenue Ladder", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Rule(true, null, RakutenCommissionType.Percentage, RakutenThresholdBasis.PeriodRevenue, Bands(0m, 2500m, 12_500m))]);
        Add("31", "Monthly Order Ladder", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Rule(true, null, RakutenCommissionType.Percentage, RakutenThresholdBasis.PeriodCount, Bands(0m, 25m, 100m))]);
        Add("32", "Ladder without Basis", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Rule(true, null, RakutenCommissionType.Percentage, RakutenThresholdBasis.Unstated, Bands(0m, 500m, 2000m))]);
        Add("33", "First Click Content", RakutenOfferType.Private, RakutenOfferStatus.Active,
            [Base(Percent()) with { IsFirstClick = true }, Dynamic("publisher audience", "is", CommissioningLists.Audience)]);
        Add("24.1", "Summer Public", RakutenOfferType.PublicSpecial, RakutenOfferStatus.Active, [Base(Percent())], -20, 75);
        Add("34", "Launch Bonus", RakutenOfferType.PrivateSpecial, RakutenOfferStatus.Active, [Base(Percent() + 3m)], -10, 110);
        Add("35", "Autumn Public", RakutenOfferType.PublicSpecial, RakutenOfferStatus.Upcoming, [Base(Percent())], 45, 120);
        Add("36", "Last Year's Bonus", RakutenOfferType.PrivateSpecial, RakutenOfferStatus.Ended, [Base(Percent())], -300, -60);
        for (var index = RakutenPackOptions.MinimumOffers; index < _options.Offers; index++)
        {
            var joinable = index % 5 == 0;
            Add(
                string.Create(CultureInfo.InvariantCulture, $"{40 + index}"),
                joinable ? $"Open Terms {index}" : $"Private Terms {index}",
                joinable ? RakutenOfferType.Public : RakutenOfferType.Private,
                joinable ? RakutenOfferStatus.Available : RakutenOfferStatus.Active,
                [Base(Percent())]);
        }
    }

    private void Add(
        string number,
        string name,
        RakutenOfferType type,
        RakutenOfferStatus status,
        IReadOnlyList<RakutenOfferRule> rules,
        int? startsIn = null,
        int? endsIn = null) => _offers.Add(new RakutenOffer
        {
            Goid = 500_000 + (_options.Seed & 0x3FF) + (_offers.Count * 7),
            OfferNumber = number,
            Name = name,
            Type = type,
            Status = status,
            ReturnDays = _random.ArrayElement([7, 14, 30, 45]),
            UpdateWindow = _random.ArrayElement([30, 45, 60]),
            TrueLock = _offers.Count % 3 == 1,
            Start = _options.AsOf.AddDays(startsIn ?? -_random.Int(400, 900)),
            End = endsIn is { } days ? _options.AsOf.AddDays(days) : null,
            Currency = _options.Currency,
            Rules = rules,
        });

    private decimal Percent() => _random.Int(8, 36) * 0.25m;

    private IReadOnlyList<RakutenTier> Bands(decimal first, decimal second, decimal third)
    {
        var rate = Percent();
        return [new(rate, first, second), new(rate + 1.5m, second, third), new(rate + 3.25m, third, null)];
    }

    private RakutenOfferRule Base(decimal rate) =>
        Rule(true, null, RakutenCommissionType.Percentage, RakutenThresholdBasis.Unstated, [new(rate, 0m, null)]);

    private RakutenOfferRule Dynamic(string field, string operation, string list) => Rule(
        false,
        new(field, operation, list),
        RakutenCommissionType.Percentage,
        RakutenThresholdBasis.Unstated,
        [new(Percent(), 0m, null)]);

    private RakutenOfferRule Rule(
        bool isBase,
        RakutenRuleCondition? condition,
        RakutenCommissionType type,
        RakutenThresholdBasis basis,
        IReadOnlyList<RakutenTier> tiers) => new()
        {
            Oid = _oid += 3,
            IsBaseCommission = isBase,
            Condition = condition,
            CommissionType = type,
            Basis = basis,
            Tiers = tiers,
        };
}
