using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten.Api;

/// <summary>Offers as JSON. Lists and single replies write the same field in different types (rakuten.md 4): kept on purpose.</summary>
internal sealed class OfferJson(HouseView house, SimulatedRakutenOptions options)
{
    public JsonObject Write(RakutenOffer offer, string mid, bool inList) => new()
    {
        ["advertiser"] = new JsonObject
        {
            ["id"] = inList ? Number(mid) : mid,
            ["network"] = inList ? "United States" : "1 - United States",
            ["name"] = mid == house.Mid ? options.AdvertiserName : "Another Shop",
            ["status"] = "active",
            ["details"] = $"/v1/advertisers/{mid}",
        },
        ["offer_number"] = inList ? offer.OfferNumber : Number(offer.OfferNumber),
        ["goid"] = offer.Goid,
        ["status"] = PackColumns.Word(offer.Status),
        ["name"] = offer.Name,
        ["type"] = PackColumns.Word(offer.Type),
        ["auto_renew"] = offer.End is null,
        ["return_days"] = offer.ReturnDays,
        ["truelock"] = inList ? JsonValue.Create(offer.TrueLock) : JsonValue.Create(PackColumns.Flag(offer.TrueLock)),
        ["update_window"] = offer.UpdateWindow,
        ["start_datetime"] = Time(offer.Start),
        ["end_datetime"] = offer.End is { } end ? Time(end) : null,
        ["terms_url"] = "https://www.acme-shop.example/affiliate-terms",
        ["offer_rules"] = new JsonArray([.. offer.Rules.Select(rule => Rule(offer, rule, inList))]),
    };

    /// <summary>A number token with exactly these digits: 24.10 stays 24.10.</summary>
    private static JsonNode? Number(string digits) => JsonNode.Parse(digits);

    private static string Time(DateOnly date) =>
        date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    private JsonObject Rule(RakutenOffer offer, RakutenOfferRule rule, bool inList) => new()
    {
        ["oid"] = inList ? PackColumns.Id(rule.Oid) : rule.Oid,
        ["offer_number"] = offer.OfferNumber,
        ["is_base_commission"] = rule.IsBaseCommission,
        ["is_first_click"] = rule.IsFirstClick,
        ["is_dynamic"] = rule.Condition is not null,
        ["sku_list_name"] = rule.Condition?.Field == "sku" ? rule.Condition.ListName : null,
        ["commissions"] = new JsonArray(new JsonObject
        {
            ["commission_type"] = PackColumns.Word(rule.CommissionType),
            ["description"] = null,
            ["dynamic_rules"] = rule.Condition is { } condition ? new JsonArray(Dynamic(condition)) : new JsonArray(),
            ["tiers"] = new JsonArray([.. rule.Tiers.Select(tier => Tier(tier, inList))]),
        }),
    };

    /// <summary>The top band has a null bound in lists and none at all in single replies.</summary>
    private static JsonObject Tier(RakutenTier tier, bool inList)
    {
        var json = new JsonObject { ["commission"] = tier.Commission, ["threshold"] = tier.Threshold };
        if (tier.UpperThreshold is { } upper)
        {
            json["upper_threshold"] = upper;
        }
        else if (inList)
        {
            json["upper_threshold"] = null;
        }

        return json;
    }

    private JsonObject Dynamic(RakutenRuleCondition condition)
    {
        var list = house.Lists.First(candidate => candidate.Name == condition.ListName);
        return new JsonObject
        {
            ["transaction_field_id"] = FieldId(condition.Field),
            ["transaction_field_name"] = condition.Field,
            ["operation"] = condition.Operator,
            ["operand"] = null,
            ["list_id"] = list.Id,
            ["list_name"] = list.Name,
            ["list_details_link"] = $"/v1/commissioninglists/{list.Id}",
            ["category_level"] = condition.Field == "category" ? 1 : null,
        };
    }

    private static int FieldId(string field) => field switch
    {
        "customer status" => 11,
        "sku" => 12,
        "category" => 13,
        _ => 14,
    };
}
