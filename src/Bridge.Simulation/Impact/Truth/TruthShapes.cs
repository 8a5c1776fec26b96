using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>What the truth log says about each kind of object. A reader of the log relies on these names.</summary>
internal static class TruthShapes
{
    public static TruthFields Values(Relationship values) => new()
    {
        { "partnerId", values.PartnerId },
        { "value1", values.Value1 },
        { "value2", values.Value2 },
        { "value3", values.Value3 },
    };

    public static TruthFields Group(PartnerGroup group) => new()
    {
        { "programId", group.ProgramId },
        { "name", group.Name },
        { "members", group.Members.Order() },
    };

    public static TruthFields GroupChange(PartnerGroup group, PartnerGroup before)
    {
        var fields = Group(group);
        fields.Add("added", group.Members.Except(before.Members).Order());
        fields.Add("removed", before.Members.Except(group.Members).Order());
        return fields;
    }

    public static TruthFields Partner(PartnerAccount account, Relationship values)
    {
        var fields = new TruthFields
        {
            { "name", account.Name },
            { "host", WebHost.Of(account.Website) },
            { "partnerType", account.PartnerType },
            { "value1", values.Value1 },
            { "value2", values.Value2 },
            { "value3", values.Value3 },
        };
        fields.AddHash("emailHash", account.PrimaryContact?.Email);
        return fields;
    }

    public static TruthFields Contract(ImpactContract contract, BrandAccount brand) => new()
    {
        { "programId", contract.ProgramId },
        { "partnerId", contract.PartnerId },
        { "partnerValue1", brand.Values(contract.PartnerId)?.Value1 },
        { "templateId", contract.Template.TemplateId },
        { "templateVersion", contract.Template.Version },
        { "status", contract.Status },
        { "startDate", contract.StartDate },
        { "endDate", contract.EndDate },
        { "replaces", contract.Replaces },
    };

    public static TruthFields Code(PromoCode code, BrandAccount brand, DateTimeOffset now) => new()
    {
        { "programId", code.ProgramId },
        { "partnerId", code.PartnerId },
        { "partnerValue1", brand.Values(code.PartnerId)?.Value1 },
        { "code", code.Code },
        { "type", code.Type },
        { "creditPolicy", code.CreditPolicy },
        { "startDate", code.StartDate },
        { "endDate", code.EndDate },
        { "dealId", code.DealId },
        { "state", code.StateAt(now) },
    };

    public static TruthFields Link(TrackingLink link, BrandAccount brand) => new()
    {
        { "programId", link.ProgramId },
        { "partnerId", link.PartnerId },
        { "partnerValue1", brand.Values(link.PartnerId)?.Value1 },
        { "type", link.Type },
        { "customPath", link.CustomPath },
        { "deepLink", link.DeepLink },
        { "adId", link.AdId },
        { "propertyId", link.PropertyId },
        { "url", link.Url },
    };

    public static TruthFields Deal(Deal deal)
    {
        var fields = new TruthFields
        {
            { "programId", deal.ProgramId },
            { "startDate", deal.StartDate },
            { "endDate", deal.EndDate },
        };
        foreach (var (name, value) in deal.Fields.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            fields.Add(name, value);
        return fields;
    }

    public static TruthFields Template(TemplateVersion template) => new()
    {
        { "name", template.Terms.Name },
        { "version", template.Version },
        { "currency", template.Terms.Currency },
    };
}
