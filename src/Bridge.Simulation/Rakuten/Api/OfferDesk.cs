using System.Globalization;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary><c>/v1/offers</c>.</summary>
internal sealed class OfferDesk(HouseView house, SimulatedRakutenOptions options)
{
    private static readonly string[] Statuses = ["active", "available", "upcoming"];
    private static readonly string[] Types = ["private", "private-special", "public", "public-special", "baseline"];

    private readonly Envelope _envelope = new(options, "offers", "offers", "offer", RakutenEnvelope.Underscore);
    private readonly OfferJson _json = new(house, options);

    public SimulatedResponse List(SimulatedRequest request)
    {
        var status = request.QueryValue("offer_status");
        var type = request.QueryValue("offer_type");
        if (status is null || !Statuses.Contains(status, StringComparer.Ordinal))
        {
            return Replies.BadParameter("offer_status is required and must be one of active, available, upcoming");
        }

        if (type is not null && !Types.Contains(type, StringComparer.Ordinal))
        {
            return Replies.BadParameter("offer_type must be one of private, private-special, public, public-special, baseline");
        }

        var (from, until, refusal) = Dates(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var byEnd = request.QueryValue("date_type") == "offer-end";
        var network = request.QueryValue("network");
        var rows = All()
            .Where(row => Lists(row.Offer, status))
            .Where(row => type is null || PackColumns.Word(row.Offer.Type) == type)
            .Where(row => request.QueryValue("advertiser") is not { } advertiser || row.Mid == advertiser)
            .Where(_ => network is null or "1")
            .Where(row => Within(byEnd ? row.Offer.End : row.Offer.Start, from, until))
            .Select(row => _json.Write(row.Offer, row.Mid, inList: true));
        return _envelope.Page(request, [.. rows]);
    }

    public SimulatedResponse One(string goid) =>
        int.TryParse(goid, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && All().FirstOrDefault(row => row.Offer.Goid == id) is { Offer: not null } found
            ? _envelope.One(_json.Write(found.Offer, found.Mid, inList: false))
            : Replies.NotFound("offer");

    private IEnumerable<(RakutenOffer Offer, string Mid)> All() =>
        house.Offers.Select(offer => (offer, house.Mid)).Append((house.Foreign, HouseView.ForeignMid));

    /// <summary>A public offer in force can be joined as well, so two of the three passes list it.</summary>
    private static bool Lists(RakutenOffer offer, string status) => PackColumns.Word(offer.Status) == status
        || (status == "available" && offer is { Status: RakutenOfferStatus.Active, Type: RakutenOfferType.Public });

    private static bool Within(DateOnly? date, DateOnly? from, DateOnly? until) =>
        (from is null && until is null) || (date is not null && (from is null || date >= from) && (until is null || date <= until));

    private static (DateOnly? From, DateOnly? Until, SimulatedResponse? Refusal) Dates(SimulatedRequest request)
    {
        var from = Date(request.QueryValue("date_start"), out var fromIsWrong);
        var until = Date(request.QueryValue("date_end"), out var untilIsWrong);
        return fromIsWrong || untilIsWrong
            ? (null, null, Replies.BadParameter("date_start and date_end must be of the form YYYYMMDD"))
            : (from, until, null);
    }

    private static DateOnly? Date(string? text, out bool isWrong)
    {
        isWrong = !DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && text is not null;
        return text is null || isWrong ? null : date;
    }
}
