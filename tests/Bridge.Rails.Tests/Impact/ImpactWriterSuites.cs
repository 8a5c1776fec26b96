using System.Text.Json;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPartnerWriterSuite : PartnerWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1000 };

    protected override PartnerDraft Draft(IRailWorld world) => TwinDrafts.Partner(((TwinWorld)world).Vault, $"{((TwinWorld)world).Brand.Templates[0].TemplateId}");

    protected override PartnerAmendment Amendment(PartnerDraft draft, WriteReceipt receipt) => new()
    {
        Partner = TargetRef.Known(receipt.NativeId!),
        Before = draft.References,
        After = [new ExternalReference("impact.value1", "4712"), new ExternalReference("impact.value3", "wave-1")],
    };

    protected override void ShouldShow(Partner record, PartnerDraft draft)
    {
        record.Name.Should().Be(draft.Name);
        record.InProgram.Should().BeTrue();
        record.AccountType.Should().Be("DIRECT");
        record.References.Should().Equal(draft.References);
        record.WebProperties[0].Url.Should().Be(draft.Website);
        record.PromotionMethods.Should().Equal(draft.PromotionMethod);
        record.Currency.Should().Be(draft.Currency);
        record.Contacts.Should().ContainSingle().Which.Should().Be(draft.Contact);
        record.Address.Should().Be(draft.Address);
    }
}

[ForRail("impact")]
public sealed class ImpactPartnerGroupWriterSuite : PartnerGroupWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1000 };

    protected override PartnerGroupDraft Draft(IRailWorld world) => new("Wave 1: content & blogs");

    protected override IReadOnlyList<string> Partners(IRailWorld world) =>
        [.. ((TwinWorld)world).Brand.Relationships.Select(one => $"{one.PartnerId}").Take(2).Order(StringComparer.Ordinal)];
}

[ForRail("impact")]
public sealed class ImpactPromoCodeWriterSuite : PromoCodeWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1000 };

    protected override PromoCodeDraft Draft(IRailWorld world) => new()
    {
        Code = "FJORD & 10%",
        Owner = TargetRef.Known($"{((TwinWorld)world).Brand.Relationships[0].PartnerId}"),
        CreditPolicy = "INVOLVED",
        StartsAt = ((TwinWorld)world).Time.GetUtcNow().AddDays(-1),
        EndsAt = ((TwinWorld)world).Time.GetUtcNow().AddDays(30),
    };
}

[ForRail("impact")]
public sealed class ImpactDealWriterSuite : DealWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1000 };

    protected override DealDraft Draft(IRailWorld world) => new()
    {
        Name = "7.5 % off",
        Discount = new Discount { Kind = DiscountKind.Percent, Rate = Rate.FromPercent(7.5m) },
        StartsAt = ((TwinWorld)world).Time.GetUtcNow(),
    };
}

[ForRail("impact")]
public sealed class ImpactTrackingLinkWriterSuite : TrackingLinkWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override TrackingLinkDraft Draft(IRailWorld world) => new()
    {
        Partner = TargetRef.Known($"{((TwinWorld)world).Brand.Relationships[0].PartnerId}"),
        Kind = LinkKind.Deep,
        Destination = "https://www.acme.example/shoes?size=42&color=r%C3%B8d",
        SubIds = [new SubId("subId1", "newsletter 7/7"), new SubId("sharedId", "a&b=c")],
    };

    protected override (string? Destination, string Partner) Known(IRailWorld world, string urlWithoutSubIds)
    {
        using var state = JsonDocument.Parse(((TwinWorld)world).Rail.State());
        var link = state.RootElement.GetProperty("links").EnumerateArray().Last(one => one.GetProperty("url").GetString() == urlWithoutSubIds);
        return (link.GetProperty("deepLink").GetString(), link.GetProperty("partnerId").GetString()!);
    }
}

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
