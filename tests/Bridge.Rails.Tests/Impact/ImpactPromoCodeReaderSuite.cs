using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPromoCodeReaderSuite : EntityReaderSuite<IPromoCodeReader, PromoCode>
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 2 };

    protected override string KeyOf(PromoCode record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Codes.Select(code => $"{code.Id}")];
}
