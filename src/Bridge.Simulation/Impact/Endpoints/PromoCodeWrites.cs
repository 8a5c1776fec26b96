using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>
/// Creation and end of promo codes. Nothing keeps two codes with the same text apart: a creation that is sent twice makes two.
/// </summary>
internal static class PromoCodeWrites
{
    public static ApiReply Create(ApiCall call)
    {
        var fields = call.Fields;
        var programId = fields.RequiredNumber("CampaignId");
        var partnerId = fields.RequiredNumber("AssignedPartnerId");
        var policy = fields.RequiredOneOf("CreditPolicy", "ALWAYS", "INVOLVED", "WINNER");
        var text = fields.Required("Code");
        var type = fields.RequiredOneOf("Type", "LI", "RE");
        var start = fields.Time("StartDate") ?? call.Now;
        var end = fields.Time("EndDate");
        var dealId = fields.Number("DealId");
        if (programId is { } program && !call.Brand.Programs.ContainsKey(program))
            fields.Error("CampaignId", "CampaignId is not a program of this account.");
        if (partnerId is { } partner && !call.Brand.Knows(partner))
            fields.Error("AssignedPartnerId", "AssignedPartnerId is not a partner of this account.");
        if (dealId is { } deal && !call.Brand.Deals.ContainsKey(deal))
            fields.Error("DealId", "DealId is not a deal of this account.");
        if (end <= start)
            fields.Error("EndDate", "EndDate must be after StartDate.");
        if (fields.Errors.Count > 0)
            return call.Invalid();
        if (!call.Brand.Programs[programId!.Value].PromoCodeTracking)
            return call.Errors.Message(402, "Promo code tracking is not enabled for this program.");

        var code = new PromoCode
        {
            Id = call.World.Ids.Codes.Next(),
            ProgramId = programId.Value,
            PartnerId = partnerId!.Value,
            Code = text,
            Type = type,
            CreditPolicy = policy,
            CreatedDate = call.Now,
            StartDate = start,
            EndDate = end,
            DealId = dealId ?? DealNamed(call, fields.Text("DealName")),
        };
        call.Brand.Codes[code.Id] = code;
        call.Scope.Record("code.create", Id(code), TruthShapes.Code(code, call.Brand, call.Now));
        return call.OkUri(PromoCodeEndpoints.Path(code));
    }

    public static ApiReply Expire(ApiCall call)
    {
        if (call.Argument(0) is not { } id || !call.Brand.Codes.TryGetValue(id, out var code))
            return call.NotFound("promo code");

        if (code.StateAt(call.Now) == "ACTIVE")
        {
            var expired = code with { Expired = true, EndDate = call.Now };
            call.Brand.Codes[id] = expired;
            call.Scope.Record(
                "code.expire", Id(code), TruthShapes.Code(expired, call.Brand, call.Now), TruthShapes.Code(code, call.Brand, call.Now));
        }

        return call.OkUri(PromoCodeEndpoints.Path(code));
    }

    private static long? DealNamed(ApiCall call, string? name) =>
        name is null ? null : call.Brand.Deals.Values.FirstOrDefault(deal => deal.Field("Name") == name)?.Id;

    private static string Id(PromoCode code) => code.Id.ToString(CultureInfo.InvariantCulture);
}
