using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Deals.</summary>
internal static class DealEndpoints
{
    public static readonly string[] Types = ["GENERAL_SALE", "FREE_SHIPPING", "GIFT_WITH_PURCHASE", "REBATE", "BOGO"];
    public static readonly string[] Scopes = ["PRODUCT", "CATEGORY", "ENTIRE_STORE"];

    /// <summary>Fields of the deal object that are plain values, in the order of the reference.</summary>
    private static readonly string[] Plain =
    [
        "Categories", "DiscountType", "DiscountAmount", "DiscountCurrency", "MinimumPurchaseAmount", "MinimumPurchaseAmountCurrency",
        "MaximumSavingsAmount", "MaximumSavingsCurrency", "DiscountPercent", "DiscountMaximumPercent", "DiscountPercentRangeStart",
        "DiscountPercentRangeEnd", "Gift", "RebateAmount", "RebateCurrency", "DefaultPromoCode", "BogoBuyQuantity", "BogoBuyScope",
        "BogoBuyName", "BogoGetQuantity", "BogoGetScope", "BogoGetName", "BogoGetDiscountType", "BogoGetDiscountAmount",
        "BogoGetDiscountCurrency", "BogoGetDiscountPercent", "PurchaseLimitQuantity",
    ];

    public static ApiReply List(ApiCall call)
    {
        var program = call.Fields.Number("CampaignId");
        var scope = call.Fields.OneOf("Scope", Scopes);
        var state = call.Fields.OneOf("State", "ACTIVE", "EXPIRED", "PENDING");
        var type = call.Fields.OneOf("Type", Types);
        var rows = call.Brand.Deals.Values
            .Where(deal => program is null || deal.ProgramId == program)
            .Where(deal => scope is null || deal.Field("Scope") == scope)
            .Where(deal => state is null || deal.StateAt(call.Now) == state)
            .Where(deal => type is null || deal.Field("Type") == type)
            .ToList();
        return Paging.Page(call, "Deals", rows, (json, deal) => Write(json, call, deal));
    }

    public static ApiReply Get(ApiCall call) =>
        call.Argument(0) is { } id && call.Brand.Deals.TryGetValue(id, out var deal)
            ? call.Ok(json => Write(json, call, deal))
            : call.NotFound("deal");

    public static string Path(Deal deal) => string.Create(CultureInfo.InvariantCulture, $"Deals/{deal.Id}");

    private static void Write(ApiJson json, ApiCall call, Deal deal)
    {
        json.Subject = $"deal/{deal.Id}";
        json.Id("Id", deal.Id);
        json.Text("Name", deal.Field("Name"));
        json.Text("Description", deal.Field("Description"));
        json.Id("CampaignId", deal.ProgramId);
        json.Text("State", deal.StateAt(call.Now));
        json.Text("Type", deal.Field("Type"));
        json.Text("Scope", deal.Field("Scope"));
        json.Array("Products", Products(deal), product => json.Text("ProductName", product));
        foreach (var name in Plain)
            json.Text(name, deal.Field(name));
        json.Time("StartDate", deal.StartDate);
        json.Time("EndDate", deal.EndDate);
        json.Flag("SynchAdsPromoCodes", deal.Field("SynchAdsPromoCodes") == "true");
        json.Texts("RestrictedMediaPartners", Ids(deal, "RestrictedMediaPartners"));
        json.Texts("RestrictedMediaPartnerGroups", Ids(deal, "RestrictedMediaPartnerGroups"));
        json.Text("Uri", call.Uri(Path(deal)));
    }

    private static IReadOnlyList<string> Products(Deal deal) => deal.Field("ProductName") is { } name ? [name] : [];

    private static string[] Ids(Deal deal, string field) =>
        (deal.Field(field) ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
