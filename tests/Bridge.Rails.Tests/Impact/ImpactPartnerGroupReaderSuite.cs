using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPartnerGroupReaderSuite : EntityReaderSuite<IPartnerGroupReader, PartnerGroup>
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1 };

    protected override string KeyOf(PartnerGroup record) => record.Id.Value;

    protected override IReadOnlyCollection<string> Expected(IRailWorld world) => [.. ((TwinWorld)world).Brand.Groups.Select(group => $"{group.Id}")];
}
