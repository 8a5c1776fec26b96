using Bridge.Model.Identity;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer of deals must do.</summary>
public abstract class DealWriterSuite : CreatingWriterSuite<IDealWriter, DealDraft, Deal>
{
    /// <inheritdoc />
    protected override EntityKind Entity => EntityKind.Deal;

    /// <inheritdoc />
    protected override Task<WriteReceipt> CreateAsync(IDealWriter port, DealDraft draft, WriteContext context) =>
        port.CreateAsync(draft, context, CancellationToken.None);

    /// <inheritdoc />
    protected override Task UndoAsync(IDealWriter port, WriteReceipt receipt, WriteContext context) =>
        port.DeleteAsync(new DealId(receipt.NativeId!), context, CancellationToken.None);

    /// <inheritdoc />
    protected override IEntityReader<Deal> Reader(IRail rail) => rail.Port<IDealReader>()!;

    /// <inheritdoc />
    protected override Deal? InForce(IEnumerable<Deal> records, WriteReceipt receipt) =>
        records.SingleOrDefault(deal => deal.Id.Value == receipt.NativeId);

    /// <inheritdoc />
    protected override void ShouldShow(Deal record, DealDraft draft)
    {
        record.Name.Should().Be(draft.Name);
        record.Discount.Should().Be(draft.Discount ?? record.Discount);
        record.StartsAt.Should().Be(draft.StartsAt ?? record.StartsAt);
        record.EndsAt.Should().Be(draft.EndsAt);
    }
}
