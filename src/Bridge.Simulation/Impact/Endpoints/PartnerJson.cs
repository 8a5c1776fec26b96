using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The partner object of v13 and v14.</summary>
internal static class PartnerJson
{
    public static void Write(ApiJson json, ApiCall call, PartnerAccount partner)
    {
        json.Subject = $"partner/{partner.Id}";
        json.Text("Id", partner.Id.ToString(CultureInfo.InvariantCulture));
        json.Text("Name", partner.Name);
        json.Text("Description", partner.Description);
        json.Text("Website", partner.Website);
        json.Text("State", partner.State);
        WriteAddress(json, partner);
        json.Text("Currency", partner.Currency);
        json.Text("Timezone", partner.Timezone);
        json.Object("IndirectTax", () =>
        {
            json.Text("Country", partner.TaxNumber is null ? null : partner.Address.Country);
            json.Text("Number", partner.TaxNumber);
        });
        json.Text("PartnerType", partner.PartnerType);
        json.Array("PromotionalMethods", partner.PromotionalMethods, method =>
        {
            json.Text("Type", method);
            json.Flag("IsPrimary", method == partner.PromotionalMethods[0]);
        });
        json.Texts("PromotionalCountries", partner.PromotionalCountries);
        json.Array("Properties", partner.Properties, property => WriteProperty(json, property));
        json.Texts("PromotionalCategories", partner.PromotionalCategories);
        WritePrograms(json, call, partner);
        WriteContacts(json, call, partner);
        json.Texts("LinkedAccounts", []);
        var values = call.Brand.Values(partner.Id);
        json.Object("PartnerValues", () =>
        {
            json.Text("Value1", values?.Value1);
            json.Text("Value2", values?.Value2);
            json.Text("Value3", values?.Value3);
        });
        json.Text("AccountManager", null);
        json.Time("DateCreated", partner.DateCreated);
        json.Time("DateLastUpdated", partner.DateLastUpdated);
        json.Text("CreatedBy", null);
        json.Text("LastUpdatedBy", null);
        json.Text("Uri", call.Uri(string.Create(CultureInfo.InvariantCulture, $"MediaPartners/{partner.Id}")));
    }

    /// <summary>An address as a brand sees it that has no contract with the partner.</summary>
    public static string Mask(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "*****" : $"{email[0]}*****@*****";
    }

    private static void WriteAddress(ApiJson json, PartnerAccount partner)
    {
        json.Object("Address", () =>
        {
            json.Text("Country", partner.Address.Country);
            json.Text("Address1", partner.Address.Address1);
            json.Text("Address2", partner.Address.Address2);
            json.Text("City", partner.Address.City);
            json.Text("State", partner.Address.State);
            json.Text("PostalCode", partner.Address.PostalCode);
        });
        json.Object("Phone", () =>
        {
            json.Text("Country", partner.PhoneCountry);
            json.Text("Number", partner.PhoneNumber);
        });
    }

    private static void WriteProperty(ApiJson json, MediaProperty property)
    {
        json.Text("Id", property.Id.ToString(CultureInfo.InvariantCulture));
        json.Text("Name", property.Name);
        json.Text("Type", property.Type);
        json.Text("Platform", property.Platform);
        json.Text("Url", property.Url);
    }

    private static void WritePrograms(ApiJson json, ApiCall call, PartnerAccount partner)
    {
        var joined = call.Brand.Contracts.OfPartner(partner.Id).Where(contract => contract.StatusAt(call.Now) == "ACTIVE").ToList();
        json.Array("Programs", joined, contract =>
        {
            json.Text("Id", contract.ProgramId.ToString(CultureInfo.InvariantCulture));
            json.Text("Name", call.Brand.Programs[contract.ProgramId].Name);
            json.Text("ContractId", contract.Id);
            json.Text("ContractName", contract.Template.Terms.Name);
            json.Time("JoinDate", Joined(call, contract));
            json.Time("ExpirationDate", contract.EndDate);
        });
    }

    /// <summary>Start of the first of the unbroken row of contracts that leads to this one.</summary>
    private static DateTimeOffset Joined(ApiCall call, ImpactContract contract)
    {
        while (contract.Replaces is { } id && call.Brand.Contracts.Find(id) is { } before)
            contract = before;
        return contract.StartDate;
    }

    private static void WriteContacts(ApiJson json, ApiCall call, PartnerAccount partner)
    {
        var masked = call.World.Settings.MaskContacts && partner.PartnerType == "MARKETPLACE"
            && !call.Brand.Contracts.HasActive(partner.Id, call.Now);
        json.Array("Contacts", partner.Contacts, contact =>
        {
            json.Text("FirstName", contact.FirstName);
            json.Text("LastName", contact.LastName);
            json.Text("Email", masked ? Mask(contact.Email) : contact.Email);
            json.Flag("IsPrimary", contact.IsPrimary);
        });
    }
}
