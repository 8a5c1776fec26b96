using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary><c>/v1/partnerships</c>: the advertisers that the house account works with, never the advertiser's publishers.</summary>
internal sealed class PartnershipDesk(HouseView house, SimulatedRakutenOptions options)
{
    private static readonly string[] Statuses =
    [
        "active", "pending", "self-removed", "permanent-decline", "permanent-remove", "temp-decline", "temp-remove", "extended",
    ];

    private readonly Envelope _envelope = new(options, "partnerships", "partnerships", "partnership", RakutenEnvelope.Underscore);

    public SimulatedResponse List(SimulatedRequest request)
    {
        var status = request.QueryValue("partner_status");
        if (status is not null && !Statuses.Contains(status, StringComparer.Ordinal))
        {
            return Replies.BadParameter($"partner_status must be one of {string.Join(", ", Statuses)}");
        }

        var rows = Rows().Where(row => status is null || row.Status == status)
            .Where(_ => request.QueryValue("network") is null or "1")
            .Select(row => Write(row.Mid, row.Name, row.Status));
        return _envelope.Page(request, [.. rows]);
    }

    public SimulatedResponse One(string advertiser) =>
        Rows().FirstOrDefault(row => row.Mid == advertiser) is { Mid: not null } found
            ? _envelope.One(Write(found.Mid, found.Name, found.Status))
            : Replies.NotFound("partnership");

    private IEnumerable<(string Mid, string Name, string Status)> Rows() =>
        [(house.Mid, options.AdvertiserName, "active"), (HouseView.ForeignMid, "Another Shop", "active"), ("41116", "A Third Shop", "pending")];

    private JsonObject Write(string mid, string name, string status) => new()
    {
        ["advertiser"] = new JsonObject
        {
            ["id"] = JsonNode.Parse(mid),
            ["network"] = 1,
            ["name"] = name,
            ["status"] = "active",
            ["categories"] = new JsonArray("Apparel & Accessories", "Home & Living"),
            ["details"] = $"/v1/advertisers/{mid}",
        },
        ["status"] = status,
        ["status_update_datetime"] = Time(-30),
        ["approve_datetime"] = status == "active" ? Time(-30) : null,
        ["apply_datetime"] = Time(-45),
        ["offers"] = $"/v1/offers?advertiser={mid}",
    };

    private string Time(int days) =>
        house.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T08:15:00Z";
}
