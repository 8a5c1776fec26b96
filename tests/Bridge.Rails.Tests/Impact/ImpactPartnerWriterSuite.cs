using Bridge.Model.Partners;
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
