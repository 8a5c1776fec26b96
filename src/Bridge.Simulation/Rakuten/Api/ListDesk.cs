using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary><c>/v1/commissioninglists</c>: those that offers seen by the house account refer to.</summary>
internal sealed class ListDesk(HouseView house, SimulatedRakutenOptions options, TimeProvider time)
{
    private readonly Envelope _envelope =
        new(options, "commissioninglists", "commissioninglists", "commissioninglists", RakutenEnvelope.DataFirst);

    public SimulatedResponse List(SimulatedRequest request)
    {
        var range = request.QueryValue("last_modified_range");
        int? days = range switch { null => null, "1d" => 1, "7d" => 7, "30d" => 30, _ => -1 };
        if (days == -1)
        {
            return Replies.BadParameter("last_modified_range must be one of 1d, 7d, 30d");
        }

        var since = days is null ? DateTimeOffset.MinValue : time.GetUtcNow().AddDays(-days.Value);
        var rows = house.Lists
            .Where(list => list.LastModified >= since)
            .Where(_ => request.QueryValue("advertiser") is not { } advertiser || advertiser == house.Mid)
            .Where(list => Uses(list).Any(use =>
                (request.QueryValue("goid") is not { } goid || PackColumns.Id(use.Goid) == goid)
                && (request.QueryValue("oid") is not { } oid || PackColumns.Id(use.Oid) == oid)))
            .Select(Row);
        return _envelope.Page(request, [.. rows]);
    }

    public SimulatedResponse One(string id)
    {
        if (house.Lists.FirstOrDefault(list => list.Id == id) is not { } found)
        {
            return Replies.NotFound("commissioning list");
        }

        var row = Row(found);
        row.Remove("details");
        row[MembersKey(found.Field)] = new JsonArray([.. found.Values.Select(value => (JsonNode)value)]);
        return _envelope.One(row);
    }

    /// <summary>Only the key of customer statuses is published; the others follow its pattern.</summary>
    private static string MembersKey(string field) => field switch
    {
        "customer status" => "status",
        "publisher audience" => "audience",
        _ => field,
    };

    private IEnumerable<(int Goid, int Oid)> Uses(RakutenCommissioningList list) =>
        from offer in house.Offers
        from rule in offer.Rules
        where rule.Condition?.ListName == list.Name
        select (offer.Goid, rule.Oid);

    private JsonObject Row(RakutenCommissioningList list) => new()
    {
        ["advertiser"] = new JsonObject { ["id"] = house.Mid, ["name"] = options.AdvertiserName, ["network"] = 1 },
        ["offers"] = new JsonArray([.. Uses(list).Select(use => new JsonObject
        {
            ["goid"] = use.Goid,
            ["oid"] = use.Oid,
            ["offer_details"] = string.Create(CultureInfo.InvariantCulture, $"/v1/offers/{use.Goid}"),
        })]),
        ["list_name"] = list.Name,
        ["list_id"] = list.Id,
        ["last_modified_datetime"] = list.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["details"] = $"/v1/commissioninglists/{list.Id}",
    };
}
