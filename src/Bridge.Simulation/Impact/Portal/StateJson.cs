using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// The present state of a brand for checks from outside: what the API cannot list included, personal values left out. Ids are
/// strings, missing values are empty strings, lists are always arrays.
/// </summary>
internal static class StateJson
{
    private static readonly ImpactSettings Plain = new() { BareObjectShare = 0, AccountOffset = TimeSpan.Zero };

    public static byte[] Write(ImpactWorld world, BrandAccount brand) => ApiJson.Write(Plain, 0, json =>
    {
        var now = world.Now;
        json.Time("time", now);
        json.Number("truthCount", world.Truth.Count);
        json.Array("partners", brand.PartnerIds, id => Partner(json, world.Partners.Get(id), brand, now));
        json.Array("contracts", [.. brand.Contracts.All], contract => Contract(json, contract, brand, now));
        json.Array("groups", [.. brand.Groups.Values], group => Group(json, group));
        json.Array("codes", [.. brand.Codes.Values], code => Code(json, code, brand, now));
        json.Array("deals", [.. brand.Deals.Values], deal =>
        {
            json.Id("id", deal.Id);
            json.Text("name", deal.Field("Name"));
            json.Text("state", deal.StateAt(now));
        });
        json.Array("templates", [.. brand.Templates.Values], template =>
        {
            json.Id("id", template.TemplateId);
            json.Number("version", template.Version);
            json.Text("name", template.Terms.Name);
        });
        Links(json, brand);
    });

    public static byte[] WriteLinks(BrandAccount brand) => ApiJson.Write(Plain, 0, json => Links(json, brand));

    public static byte[] WriteMails(ImpactWorld world) => ApiJson.Write(Plain, 0, json => json.Array("mails", world.Mails, mail =>
    {
        json.Time("time", mail.Time);
        json.Text("purpose", mail.Purpose);
        json.Text("addressHash", mail.AddressHash);
    }));

    private static void Links(ApiJson json, BrandAccount brand) => json.Array("links", brand.Links.All, link =>
    {
        json.Id("id", link.Id);
        json.Id("programId", link.ProgramId);
        json.Id("partnerId", link.PartnerId);
        json.Text("partnerValue1", brand.Values(link.PartnerId)?.Value1);
        json.Text("type", link.Type);
        json.Text("customPath", link.CustomPath);
        json.Text("deepLink", link.DeepLink);
        json.Id("adId", link.AdId);
        json.Id("propertyId", link.PropertyId);
        json.Text("url", link.Url);
        json.Time("created", link.Created);
    });

    private static void Partner(ApiJson json, PartnerAccount partner, BrandAccount brand, DateTimeOffset now)
    {
        var values = brand.Values(partner.Id);
        json.Id("id", partner.Id);
        json.Text("name", partner.Name);
        json.Text("host", WebHost.Of(partner.Website));
        json.Text("state", partner.State);
        json.Text("partnerType", partner.PartnerType);
        json.Text("value1", values?.Value1);
        json.Text("value2", values?.Value2);
        json.Text("value3", values?.Value3);
        json.Texts("programs", brand.Contracts.OfPartner(partner.Id)
            .Where(contract => contract.StatusAt(now) == "ACTIVE")
            .Select(contract => contract.ProgramId.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Contract(ApiJson json, ImpactContract contract, BrandAccount brand, DateTimeOffset now)
    {
        json.Text("id", contract.Id);
        json.Id("programId", contract.ProgramId);
        json.Id("partnerId", contract.PartnerId);
        json.Text("partnerValue1", brand.Values(contract.PartnerId)?.Value1);
        json.Text("status", contract.StatusAt(now));
        json.Text("initiator", contract.Initiator.ToString());
        json.Id("templateId", contract.Template.TemplateId);
        json.Number("templateVersion", contract.Template.Version);
        json.Text("replaces", contract.Replaces);
        json.Time("startDate", contract.StartDate);
        json.Time("endDate", contract.EndDate);
    }

    private static void Group(ApiJson json, PartnerGroup group)
    {
        json.Id("id", group.Id);
        json.Id("programId", group.ProgramId);
        json.Text("name", group.Name);
        json.Texts("members", group.Members.Order().Select(id => id.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Code(ApiJson json, PromoCode code, BrandAccount brand, DateTimeOffset now)
    {
        json.Id("id", code.Id);
        json.Id("programId", code.ProgramId);
        json.Id("partnerId", code.PartnerId);
        json.Text("partnerValue1", brand.Values(code.PartnerId)?.Value1);
        json.Text("code", code.Code);
        json.Text("state", code.StateAt(now));
        json.Time("startDate", code.StartDate);
        json.Time("endDate", code.EndDate);
    }
}
