namespace Bridge.Simulation.Rakuten.Api;

/// <summary>
/// What the house account sees of the program: baseline and public offers, and the private ones addressed to it. Other
/// publishers' private offers are invisible.
/// </summary>
internal sealed class HouseView
{
    /// <summary>Another advertiser that the account works with; calls without the filter list its offer too.</summary>
    public const string ForeignMid = "41115";

    public HouseView(RakutenPack pack, SimulatedRakutenOptions options)
    {
        Mid = pack.Options.Mid;
        Today = pack.Options.AsOf;
        var addressed = options.HouseOffers ?? [.. pack.Offers.Where(offer => IsPrivate(offer) && offer.Rules.Any(rule => rule.Condition is not null)).Select(offer => offer.Goid).Take(2)];
        Offers =
        [
            .. pack.Offers.Where(offer => offer.Status != RakutenOfferStatus.Ended && (!IsPrivate(offer) || addressed.Contains(offer.Goid))),
        ];
        Lists =
        [
            .. pack.CommissioningLists.Where(list => Offers.Any(offer => offer.Rules.Any(rule => rule.Condition?.ListName == list.Name))),
        ];
        Foreign = Offers[0] with
        {
            Goid = Offers[0].Goid + 1,
            Name = "Baseline of another advertiser",
            Rules = [Offers[0].Rules[0] with { Oid = 800_001 }],
        };
    }

    public string Mid { get; }

    public DateOnly Today { get; }

    public IReadOnlyList<RakutenOffer> Offers { get; }

    public RakutenOffer Foreign { get; }

    public IReadOnlyList<RakutenCommissioningList> Lists { get; }

    private static bool IsPrivate(RakutenOffer offer) =>
        offer.Type is RakutenOfferType.Private or RakutenOfferType.PrivateSpecial;
}
