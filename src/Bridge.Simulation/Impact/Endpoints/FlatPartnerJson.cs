using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The flat partner object that calls get which are pinned to an old version.</summary>
internal static class FlatPartnerJson
{
    public static void Write(ApiJson json, ApiCall call, PartnerAccount partner)
    {
        json.Subject = $"partner/{partner.Id}";
        json.Text("id", partner.Id.ToString(CultureInfo.InvariantCulture));
        json.Text("name", partner.Name);
        json.Text("description", partner.Description);
        json.Text("website", partner.Website);
        json.Text("state", partner.State);
        json.Text("relationship_state", call.Brand.Contracts.HasActive(partner.Id, call.Now) ? "ACTIVE" : "INACTIVE");
        json.Text("address_line1", partner.Address.Address1);
        json.Text("city", partner.Address.City);
        json.Text("country", partner.Address.Country);
        json.Text("postal_code", partner.Address.PostalCode);
        json.Text("currency", partner.Currency);
        var joined = call.Brand.Contracts.OfPartner(partner.Id).Where(contract => contract.StatusAt(call.Now) == "ACTIVE").ToList();
        json.Array("campaigns", joined, contract =>
        {
            json.Text("campaign_id", contract.ProgramId.ToString(CultureInfo.InvariantCulture));
            json.Text("campaign_name", call.Brand.Programs[contract.ProgramId].Name);
            json.Text("insertion_order_id", contract.Id);
            json.Text("insertion_order_name", contract.Template.Terms.Name);
            json.Time("join_date", contract.StartDate);
        });
        json.Texts("groups", call.Brand.Groups.Values.Where(group => group.Members.Contains(partner.Id)).Select(group => group.Name));
        var values = call.Brand.Values(partner.Id);
        json.Text("mp_value1", values?.Value1);
        json.Text("mp_value2", values?.Value2);
        json.Text("mp_value3", values?.Value3);
        json.Time("date_created", partner.DateCreated);
        json.Time("date_last_updated", partner.DateLastUpdated);
    }
}
