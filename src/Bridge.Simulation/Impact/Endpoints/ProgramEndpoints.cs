using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Programs, sorted by id.</summary>
internal static class ProgramEndpoints
{
    public static ApiReply List(ApiCall call)
    {
        var name = call.Fields.Text("Name");
        var state = call.Fields.OneOf(
            "State", "ACTIVE", "AWAITING_REVIEW", "CANCELLED", "CLOSED", "DEACTIVATED", "DELINQUENT", "REJECTED", "SETUP", "SETUP_COMPLETE");
        var rows = call.Brand.Programs.Values
            .Where(program => name is null || string.Equals(program.Name, name, StringComparison.OrdinalIgnoreCase))
            .Where(program => state is null || program.State == state)
            .ToList();
        return Paging.Page(call, "Campaigns", rows, (json, program) => Write(json, call, program));
    }

    public static ApiReply Get(ApiCall call) =>
        call.ProgramArgument() is { } program ? call.Ok(json => Write(json, call, program)) : call.NotFound("campaign");

    private static void Write(ApiJson json, ApiCall call, ImpactProgram program)
    {
        json.Subject = $"program/{program.Id}";
        json.Id("Id", program.Id);
        json.Text("Name", program.Name);
        json.Text("State", program.State);
        if (call.Version >= 14)
            json.Text("Type", program.Type);
        json.Flag("ListInMarketplace", program.ListInMarketplace);
        json.Texts("ShippingRegions", program.ShippingRegions);
        json.Flag("TrademarkBidding", false);
        json.Flag("PromoCodeTracking", program.PromoCodeTracking);
        json.Text("TrackingDomain", program.TrackingDomain);
        json.Flag("ImpressionTracking", true);
        json.Flag("ViewThroughCrediting", false);
        json.Text("IdentityMatching", "ACCOUNT");
        json.Flag("HasStandDownPolicy", false);
        json.Object("GatewayTrackingSettings", () =>
        {
            json.Text("DefaultLandingPage", program.DefaultLandingPage);
            json.Text("MediaPartnerTrackingTemplate", null);
            json.Text("CampaignTrackingTemplate", null);
            json.Flag("SSLSupport", true);
            json.Flag("DeepLinking", program.DeepLinking);
            json.Text("DeepLinkDomains", string.Join(',', program.PermittedHosts));
            json.Text("UniqueClickWindowLength", "1h");
            json.Text("UniqueClickWindowType", "ROLLING");
        });
        json.Object("DirectTrackingSettings", () =>
        {
            json.Text("UnidentifiedName", null);
            json.Number("SessionWindowLength", 30);
        });
        json.Text("Uri", call.Uri($"Campaigns/{program.Id.ToString(CultureInfo.InvariantCulture)}"));
    }
}
