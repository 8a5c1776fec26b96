using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The contract object.</summary>
internal static class ContractJson
{
    public static void Write(ApiJson json, ApiCall call, ImpactContract contract)
    {
        var uri = call.Uri(string.Create(CultureInfo.InvariantCulture, $"Campaigns/{contract.ProgramId}/Contracts/{contract.Id}"));
        json.Subject = $"contract/{contract.Id}";
        json.Text("Id", contract.Id);
        json.Id("PartnerId", contract.PartnerId);
        json.Text("PartnerValue1", call.Brand.Values(contract.PartnerId)?.Value1);
        json.Text("Status", contract.StatusAt(call.Now));
        json.Time("StartDate", contract.StartDate);
        json.Time("EndDate", contract.EndDate);
        json.Text("BrandSignatory", contract.BrandSignatory);
        json.Time("BrandSignatoryDate", contract.BrandSignatoryDate);
        json.Text("PartnerSignatory", contract.PartnerSignatory);
        json.Time("PartnerSignatoryDate", contract.PartnerSignatoryDate);
        json.Time("DateCreated", contract.DateCreated);
        json.Time("DateLastUpdated", contract.DateLastUpdated);
        json.Object("TemplateTerms", () => Template(json, contract.Template));
        if (call.Version >= 13)
            json.Array("ScheduledTerms", contract.Template.Terms.ScheduledTerms, term => Scheduled(json, call, term));
        json.Flag("HasCampaignTerms", false);
        json.Text("PdfUri", uri + "/Download");
        json.Text("Uri", uri);
    }

    private static void Template(ApiJson json, TemplateVersion template)
    {
        var terms = template.Terms;
        json.Id("TemplateId", template.TemplateId);
        json.Text("VersionId", template.Version.ToString("D6", CultureInfo.InvariantCulture));
        json.Text("Name", terms.Name);
        json.Texts("Labels", terms.Labels);
        json.Text("Currency", terms.Currency);
        json.Array("EventPayouts", terms.EventPayouts, payout => PayoutJson.Write(json, payout));
        json.Array("PromotionalTerms", terms.PromotionalTerms, term =>
        {
            json.Text("TermsName", term.TermsName);
            json.Text("TermsType", term.TermsType);
            json.Text("TermsContent", term.TermsContent);
        });
        json.Number("ChangeNotificationPeriod", terms.ChangeNotificationPeriod);
        json.Text("ReturnPolicy", terms.ReturnPolicy);
        json.Number("MaxReturnPercentage", terms.MaxReturnPercentage);
        json.Number("ActionLimit", terms.ActionLimit);
        json.Text("ActionLimitPeriod", terms.ActionLimitPeriod);
        json.Money("SpendLimit", terms.SpendLimit);
        json.Text("SpendLimitPeriod", terms.SpendLimitPeriod);
        json.Money("ContractStartSlottingFee", terms.ContractStartSlottingFee);
        json.Money("FirstActionSlottingFee", terms.FirstActionSlottingFee);
        json.Money("MonthlySlottingFee", terms.MonthlySlottingFee);
        json.Text("SpecialTermsList", terms.SpecialTerms);
    }

    private static void Scheduled(ApiJson json, ApiCall call, ScheduledTerm term)
    {
        json.Text("Status", term.EndDate <= call.Now ? "EXPIRED" : term.StartDate > call.Now ? "UPCOMING" : "ACTIVE");
        json.Text("Name", term.Name);
        json.Time("StartDate", term.StartDate);
        json.Time("EndDate", term.EndDate);
        json.Array("EventPayouts", term.EventPayouts, payout => PayoutJson.Write(json, payout));
    }
}
