using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Creation, change and removal of deals.</summary>
internal static class DealWrites
{
    /// <summary>Fields that the web app alone may change (Brand API v14, deal update).</summary>
    private static readonly string[] Frozen =
    [
        "Seasonal", "DealType", "DefaultPromoCode", "MinimumPurchaseAmount", "MaximumSavingsAmount", "LimitedTimeDeal",
        "RestrictedMediaPartners", "RestrictedMediaPartnerGroups",
    ];

    private static readonly string[] NotStored = ["CampaignId", "StartDate", "EndDate", "DealScope", "_method", "IrVersion"];

    public static ApiReply Create(ApiCall call)
    {
        var programId = call.Fields.RequiredNumber("CampaignId");
        if (programId is { } program && !call.Brand.Programs.ContainsKey(program))
            call.Fields.Error("CampaignId", "CampaignId is not a program of this account.");
        call.Fields.Required("Name");
        call.Fields.RequiredOneOf("Scope", DealEndpoints.Scopes);
        call.Fields.RequiredOneOf("Type", DealEndpoints.Types);
        var draft = Draft(call, new Deal(0, programId ?? 0, null, null, new Dictionary<string, string>()));
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();

        var deal = draft with { Id = call.World.Ids.Deals.Next() };
        call.Brand.Deals[deal.Id] = deal;
        call.Scope.Record("deal.create", Id(deal), TruthShapes.Deal(deal));
        return call.OkUri(DealEndpoints.Path(deal));
    }

    public static ApiReply Update(ApiCall call)
    {
        if (Find(call) is not { } before)
            return call.NotFound("deal");

        foreach (var frozen in Frozen.Where(call.Fields.Has))
            call.Fields.Error(frozen, $"{frozen} cannot be changed.");
        var after = Draft(call, before);
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();

        call.Brand.Deals[after.Id] = after;
        call.Scope.Record("deal.update", Id(after), TruthShapes.Deal(after), TruthShapes.Deal(before));
        return call.OkUri(DealEndpoints.Path(after));
    }

    public static ApiReply Delete(ApiCall call)
    {
        if (Find(call) is not { } deal)
            return call.NotFound("deal");

        call.Brand.Deals.Remove(deal.Id);
        call.Scope.Record("deal.delete", Id(deal), new() { { "name", deal.Field("Name") } }, TruthShapes.Deal(deal));
        return call.Deleted();
    }

    private static Deal? Find(ApiCall call) => call.Argument(0) is { } id ? call.Brand.Deals.GetValueOrDefault(id) : null;

    /// <summary>The deal with the call's values laid over it, its type's own fields checked.</summary>
    private static Deal Draft(ApiCall call, Deal deal)
    {
        var values = new Dictionary<string, string>(deal.Fields, StringComparer.Ordinal);
        foreach (var (name, value) in call.Fields.All.Where(pair => !NotStored.Contains(pair.Key)))
            values[name] = value;
        if (call.Fields.OneOf("DealScope", DealEndpoints.Scopes) is { } scope)
            values["Scope"] = scope;

        var start = call.Fields.Time("StartDate") ?? deal.StartDate;
        var end = call.Fields.Time("EndDate") ?? deal.EndDate;
        if (end <= start)
            call.Fields.Error("EndDate", "EndDate must be after StartDate.");
        foreach (var name in Needed(values).Where(name => string.IsNullOrEmpty(values.GetValueOrDefault(name))))
            call.Fields.Error(name, $"{name} is required for this deal.");
        return deal with { StartDate = start, EndDate = end, Fields = values };
    }

    private static IEnumerable<string> Needed(Dictionary<string, string> values)
    {
        string[] byScope = values.GetValueOrDefault("Scope") switch
        {
            "PRODUCT" => ["ProductName"],
            "CATEGORY" => ["Categories"],
            _ => [],
        };
        string[] byType = values.GetValueOrDefault("Type") switch
        {
            "GENERAL_SALE" => ["DiscountType"],
            "GIFT_WITH_PURCHASE" => ["Gift"],
            "REBATE" => ["RebateAmount", "RebateCurrency"],
            "BOGO" => ["BogoBuyName", "BogoBuyQuantity", "BogoBuyScope", "BogoGetName", "BogoGetQuantity", "BogoGetScope", "BogoGetDiscountType"],
            _ => [],
        };
        string[] byDiscount = values.GetValueOrDefault("DiscountType") switch
        {
            "FIXED" => ["DiscountAmount", "DiscountCurrency"],
            "PERCENT" => ["DiscountPercent"],
            "PERCENT_RANGE" => ["DiscountPercentRangeStart", "DiscountPercentRangeEnd"],
            "PERCENT_MAXIMUM" => ["DiscountMaximumPercent"],
            _ => [],
        };
        return [.. byScope, .. byType, .. byDiscount];
    }

    private static string Id(Deal deal) => deal.Id.ToString(CultureInfo.InvariantCulture);
}
