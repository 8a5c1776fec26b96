using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactDealReaderSuite : EntityReaderSuite<IDealReader, Deal>
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1 };

    protected override string KeyOf(Deal record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Deals.Select(deal => $"{deal.Id}")];
}
