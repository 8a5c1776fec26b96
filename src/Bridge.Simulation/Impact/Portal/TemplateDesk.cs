using System.Globalization;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Impact.Terms;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>Builds template terms. A change makes a new version; partners get it when it is rolled out to them.</summary>
internal sealed class TemplateDesk(BrandDesk desk, long programId)
{
    private readonly BrandAccount brand = desk.Brand;
    private readonly DateTimeOffset now = desk.Scope.At;

    public long Create(TemplateTerms terms)
    {
        var template = new TemplateVersion(desk.World.Ids.Templates.Next(), 1, terms, programId);
        brand.Templates[template.TemplateId] = template;
        desk.Scope.Record("template.create", Id(template), TruthShapes.Template(template));
        return template.TemplateId;
    }

    /// <summary>Changes a template and replaces the contracts and proposals that were made from it.</summary>
    public void Change(TemplateVersion before, TemplateTerms terms)
    {
        var after = before with { Version = before.Version + 1, Terms = terms };
        brand.Templates[after.TemplateId] = after;
        desk.Scope.Record("template.change", Id(after), TruthShapes.Template(after), TruthShapes.Template(before));

        var contracts = new ContractDesk(desk);
        foreach (var contract in brand.Contracts.All.Where(one => one.Template.TemplateId == after.TemplateId).ToList())
        {
            if (contract.StatusAt(now) == "ACTIVE")
                contracts.Sign(contract.PartnerId, contract.ProgramId, after, now, now, contract.PartnerSignatoryDate ?? now);
            else if (contract is { Status: "PENDING", Initiator: ContractInitiator.Brand })
                brand.Contracts.Put(contract with { Template = after });
        }
    }

    private static string Id(TemplateVersion template) => template.TemplateId.ToString(CultureInfo.InvariantCulture);
}
