using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Contracts of a program. Without a status only those in force are listed.</summary>
internal static class ContractEndpoints
{
    public static ApiReply List(ApiCall call)
    {
        if (call.ProgramArgument() is not { } program)
            return call.NotFound("campaign");

        var status = call.Fields.OneOf("Status", "ACTIVE", "DECLINED", "EXPIRED", "PENDING", "UPCOMING") ?? "ACTIVE";
        var partnerId = call.Fields.Number("PartnerId");
        var source = partnerId is { } partner ? call.Brand.Contracts.OfPartner(partner) : call.Brand.Contracts.All;
        var rows = Filter(call, source.Where(contract => contract.ProgramId == program.Id && contract.StatusAt(call.Now) == status)).ToList();
        return Paging.Page(call, "Contracts", rows, (json, contract) => ContractJson.Write(json, call, contract));
    }

    public static ApiReply Get(ApiCall call) =>
        call.ProgramArgument() is { } program
            && call.Brand.Contracts.Find(call.Arguments[1]) is { } contract
            && contract.ProgramId == program.Id && contract.Status != "ACCEPTED"
            ? call.Ok(json => ContractJson.Write(json, call, contract))
            : call.NotFound("contract");

    private static IEnumerable<ImpactContract> Filter(ApiCall call, IEnumerable<ImpactContract> contracts)
    {
        var template = call.Fields.Number("TemplateId");
        var signatory = call.Fields.Text("Signatory");
        var found = contracts
            .Where(contract => template is null || contract.Template.TemplateId == template)
            .Where(contract => signatory is null || contract.BrandSignatory == signatory || contract.PartnerSignatory == signatory);
        found = Between(call, found, "DateLastUpdated", contract => contract.DateLastUpdated);
        found = Between(call, found, "StartDate", contract => contract.StartDate);
        return Between(call, found, "EndDate", contract => contract.EndDate);
    }

    private static IEnumerable<ImpactContract> Between(
        ApiCall call, IEnumerable<ImpactContract> contracts, string field, Func<ImpactContract, DateTimeOffset?> date)
    {
        var after = call.Fields.Time(field + "After");
        var before = call.Fields.Time(field + "Before");
        return contracts.Where(contract => (after is null || date(contract) > after) && (before is null || date(contract) < before));
    }
}
