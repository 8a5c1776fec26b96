using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Promo codes, expired ones included.</summary>
internal static class PromoCodeEndpoints
{
    public static ApiReply List(ApiCall call)
    {
        var program = call.Fields.Number("CampaignId");
        var code = call.Fields.Text("Code");
        var after = call.Fields.Time("StartDate");
        var before = call.Fields.Time("EndDate");
        var state = call.Fields.OneOf("State", "ACTIVE", "INACTIVE");
        var rows = call.Brand.Codes.Values
            .Where(one => program is null || one.ProgramId == program)
            .Where(one => code is null || one.Code == code)
            .Where(one => after is null || one.StartDate >= after)
            .Where(one => before is null || one.EndDate <= before)
            .Where(one => state is null || one.StateAt(call.Now) == state)
            .ToList();
        return Paging.Page(call, "PromoCodes", rows, (json, one) => Write(json, call, one));
    }

    public static ApiReply Get(ApiCall call) =>
        call.Argument(0) is { } id && call.Brand.Codes.TryGetValue(id, out var code)
            ? call.Ok(json => Write(json, call, code))
            : call.NotFound("promo code");

    public static string Path(PromoCode code) => string.Create(CultureInfo.InvariantCulture, $"PromoCodes/{code.Id}");

    private static void Write(ApiJson json, ApiCall call, PromoCode code)
    {
        var deal = code.DealId is { } dealId ? call.Brand.Deals.GetValueOrDefault(dealId) : null;
        json.Subject = $"code/{code.Id}";
        json.Id("Id", code.Id);
        json.Text("Code", code.Code);
        json.Text("Type", code.Type);
        json.Text("CreditPolicy", code.CreditPolicy);
        json.Id("CampaignId", code.ProgramId);
        json.Text("CampaignName", call.Brand.Programs[code.ProgramId].Name);
        json.Id("AssignedPartnerId", code.PartnerId);
        json.Text("AssignedPartnerName", call.World.Partners.Get(code.PartnerId).Name);
        json.Time("CreatedDate", code.CreatedDate);
        json.Time("StartDate", code.StartDate);
        json.Time("EndDate", code.EndDate);
        json.Text("State", code.StateAt(call.Now));
        json.Id("DealId", deal?.Id);
        json.Text("DealName", deal?.Field("Name"));
        json.Text("DealState", deal?.StateAt(call.Now));
        json.Text("DealType", deal?.Field("Type"));
        json.Text("DealScope", deal?.Field("Scope"));
        json.Time("DealStartDate", deal?.StartDate);
        json.Time("DealEndDate", deal?.EndDate);
        foreach (var name in (ReadOnlySpan<string>)["DiscountType", "DiscountAmount", "DiscountCurrency", "DiscountPercent"])
            json.Text(name, deal?.Field(name));
        json.Flag("SynchAdsPromoCodes", false);
        json.Text("Uri", call.Uri(Path(code)));
    }
}
