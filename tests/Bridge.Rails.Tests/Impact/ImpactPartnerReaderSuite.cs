using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPartnerReaderSuite : EntityReaderSuite<IPartnerReader, Partner>
{
    protected override IRailWorld NewWorld() => new TwinWorld();

    protected override string KeyOf(Partner record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) =>
        [.. ((TwinWorld)world).Brand.Relationships.Select(one => $"{one.PartnerId}")];
}
