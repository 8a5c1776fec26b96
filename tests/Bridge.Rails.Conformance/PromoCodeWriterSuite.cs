using Bridge.Model.Identity;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer of promo codes must do.</summary>
public abstract class PromoCodeWriterSuite : CreatingWriterSuite<IPromoCodeWriter, PromoCodeDraft, PromoCode>
{
    /// <inheritdoc />
    protected override EntityKind Entity => EntityKind.PromoCode;

    /// <inheritdoc />
    protected override Task<WriteReceipt> CreateAsync(IPromoCodeWriter port, PromoCodeDraft draft, WriteContext context) =>
        port.CreateAsync(draft, context, CancellationToken.None);

    /// <inheritdoc />
    protected override Task UndoAsync(IPromoCodeWriter port, WriteReceipt receipt, WriteContext context) =>
        port.ExpireAsync(new PromoCodeId(receipt.NativeId!), context, CancellationToken.None);

    /// <inheritdoc />
    protected override IEntityReader<PromoCode> Reader(IRail rail) => rail.Port<IPromoCodeReader>()!;

    /// <inheritdoc />
    protected override PromoCode? InForce(IEnumerable<PromoCode> records, WriteReceipt receipt) =>
        records.SingleOrDefault(code => code.Id.Value == receipt.NativeId && code.Status == PromoCodeStatus.Active);

    /// <inheritdoc />
    protected override void ShouldShow(PromoCode record, PromoCodeDraft draft)
    {
        record.Code.Should().Be(draft.Code);
        record.Owner!.Value.Value.Should().Be(draft.Owner.Id);
        record.CreditPolicy.Should().Be(draft.CreditPolicy);
        record.StartsAt.Should().Be(draft.StartsAt ?? record.StartsAt);
        record.EndsAt.Should().Be(draft.EndsAt);
    }
}
