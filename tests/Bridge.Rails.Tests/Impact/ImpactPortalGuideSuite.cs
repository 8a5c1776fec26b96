using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPortalGuideSuite : PortalGuideSuite
{
    protected override TemplateDraft Template => new() { Name = "Rakuten 12", Terms = Contract.Terms };

    protected override ContractDraft Contract => new()
    {
        Partner = TargetRef.Known("2000037"),
        Template = TargetRef.Known("98001"),
        TemplateName = "Rakuten 12",
        Replaces = new ContractId("S-1000001"),
        Terms = new Contract
        {
            Id = new ContractId("12"),
            Partner = new PartnerId(""),
            Name = "Rakuten 12",
            Status = ContractStatus.Active,
            Currency = Currency.Parse("USD"),
            Terms = [new PercentOfSale { Rate = Rate.FromPercent(7.5m) }],
        },
    };

    protected override PartnerDraft Partner => new()
    {
        Name = "Fjord Reviews",
        Website = "https://www.fjord-reviews.example",
        Template = TargetRef.Known("98001"),
        GroupNames = ["Content", "Blogs"],
        References = [new ExternalReference("impact.value1", "4711")],
    };

    protected override IRail Open() => Offline.Open(new PlainPersonalValues());
}
