using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>
/// The agency's list of brands (Agency API v3): a bare array, no envelope. Each row carries the brand's SID and token in clear.
/// </summary>
internal static class AgencyEndpoints
{
    public static ApiReply List(ImpactWorld world, IReadOnlyList<BrandAccount> brands) =>
        new(200, ApiJson.WriteArray(world.Settings, world.Seed.Seed, brands, (json, brand) => Write(json, world, brand)));

    public static ApiReply Get(ImpactWorld world, BrandAccount brand) =>
        new(200, ApiJson.Write(world.Settings, world.Seed.Seed, json => Write(json, world, brand)));

    private static void Write(ApiJson json, ImpactWorld world, BrandAccount brand)
    {
        var seed = brand.Seed;
        var id = seed.AdvertiserId.ToString(CultureInfo.InvariantCulture);
        json.Text("Id", id);
        json.Text("Name", seed.Name);
        json.Text("Description", null);
        json.Text("State", "ACTIVE");
        json.Text("Website", WebHost.Of(seed.Programs[0].DefaultLandingPage));
        json.Text("Country", seed.Country);
        json.Text("VatRegistered", "false");
        json.Text("OrganizationType", "CORP");
        json.Text("TaxId", null);
        json.Text("Timezone", "America/Los_Angeles");
        json.Text("Currency", seed.Currency);
        json.Text("FinancialSetup", "BILLED_BY_IR");
        json.Text("AgencyOfRecord", "true");
        json.Text("RestAccountURL", $"{seed.Sid}:{seed.Tokens[0].Value}@api.impactradius.com/Advertisers/{seed.Sid}");
        json.Text("Uri", $"/Agencies/{world.Seed.Agency!.Sid}/Advertisers/{id}");
    }
}
