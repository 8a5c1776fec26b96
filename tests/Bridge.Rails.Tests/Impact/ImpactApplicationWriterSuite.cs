using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactApplicationWriterSuite : ApplicationWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1000 };

    protected override ApplicationDecision Acceptance(IRailWorld world)
    {
        var application = ((TwinWorld)world).Brand.Contracts.First(contract => contract.Status == "PENDING");
        return new ApplicationDecision
        {
            Application = new ContractId(application.Id),
            Partner = TargetRef.Known($"{application.PartnerId}"),
            Accept = true,
            Groups = [TargetRef.Known($"{((TwinWorld)world).Brand.Groups[0].Id}")],
        };
    }
}
