using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The parameters of a partner's creation, checked.</summary>
internal sealed record PartnerDraft(PartnerAccount Account, Relationship Values, TemplateVersion Template, IReadOnlyList<long> Groups)
{
    private static readonly string[] Organizations =
    [
        "NONP_GOV", "CORP", "SOLE_IND", "LLC_LLP_LLS", "TRUST", "SOLE_TRD", "PARTNERS", "LLC", "LLP", "COMPANY", "GOVERNMENT", "OTHER",
    ];

    /// <summary>The draft, or null when the call's fields hold complaints.</summary>
    public static PartnerDraft? Read(ApiCall call)
    {
        var fields = call.Fields;
        var template = ReadTemplate(call);
        foreach (var name in (ReadOnlySpan<string>)["PhoneCountry", "PhoneNumber", "Username", "Password", "Currency"])
            fields.Required(name);
        fields.OneOf("OrganizationType", Organizations);
        var method = fields.RequiredOneOf("PrimaryPromotionalMethod", PromotionalMethods.All);
        var website = Website(fields);
        var email = Email(call);
        var groups = ReadGroups(call);
        var contact = new PartnerContact(fields.Required("FirstName"), fields.Required("LastName"), email, IsPrimary: true);
        var address = new PostalAddress(
            fields.Required("Country"), fields.Required("AddressLine1"), fields.Text("AddressLine2"), fields.Required("City"),
            fields.Text("CountryState"), fields.Required("PostalCode"));
        var accountName = fields.Required("AccountName");
        if (fields.Errors.Count > 0 || template is null)
            return null;

        var id = call.World.Ids.Partners.Next();
        var account = new PartnerAccount
        {
            Id = id,
            Name = accountName,
            Description = fields.Text("Description"),
            Website = website,
            PartnerType = "DIRECT",
            Address = address,
            PhoneCountry = fields.Text("PhoneCountry"),
            PhoneNumber = fields.Text("PhoneNumber"),
            Currency = fields.Text("Currency")!,
            Timezone = fields.Text("Timezone") ?? "America/Los_Angeles",
            TaxNumber = fields.Text("TaxId"),
            PromotionalMethods = [method],
            PromotionalCountries = fields.Text("PromotingCountries")?.Split(',', StringSplitOptions.TrimEntries) ?? [],
            Properties = [new MediaProperty(call.World.Ids.Properties.Next(), accountName, "WEBSITE", "WEB", website)],
            Contacts = [contact],
            DateCreated = call.Now,
            DateLastUpdated = call.Now,
        };
        var values = new Relationship(id, fields.Text("MPValue1"), fields.Text("MPValue2"), fields.Text("MPValue3"));
        return new PartnerDraft(account, values, template, groups);
    }

    private static TemplateVersion? ReadTemplate(ApiCall call)
    {
        if (call.Fields.RequiredNumber("TemplateTermsId") is not { } id)
            return null;
        if (call.Brand.Templates.TryGetValue(id, out var template))
            return template;

        call.Fields.Error("TemplateTermsId", "TemplateTermsId is not a template of this account.");
        return null;
    }

    private static string Website(CallFields fields)
    {
        var website = fields.Required("Website");
        if (website.Length > 0 && (!Uri.TryCreate(website, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
            fields.Error("Website", "Website must be a URL with a scheme.");
        return website;
    }

    private static string Email(ApiCall call)
    {
        var email = call.Fields.Required("EmailAddress");
        if (email.Length > 0 && !email.Contains('@', StringComparison.Ordinal))
            call.Fields.Error("EmailAddress", "EmailAddress must be an e-mail address.");
        if (call.World.Settings.RefuseKnownEmail && call.World.Partners.WithEmail(email).Count > 0)
            call.Fields.Error("EmailAddress", "EmailAddress belongs to an existing account.");
        return email;
    }

    private static IReadOnlyList<long> ReadGroups(ApiCall call)
    {
        var groups = call.Fields.Numbers("MPGroupIDs");
        foreach (var unknown in groups.Where(id => !call.Brand.Groups.ContainsKey(id)))
            call.Fields.Error("MPGroupIDs", $"Group {unknown} does not exist.");
        return groups;
    }
}
