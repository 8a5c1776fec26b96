using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

[ForRail("impact")]
public sealed class ImpactPartnerGroupWriterSuite : PartnerGroupWriterSuite
{
    protected override IRailWorld NewWorld() => new TwinWorld { PageSize = 1000 };

    protected override PartnerGroupDraft Draft(IRailWorld world) => new("Wave 1: content & blogs");

    protected override IReadOnlyList<string> Partners(IRailWorld world) =>
        [.. ((TwinWorld)world).Brand.Relationships.Select(one => $"{one.PartnerId}").Take(2).Order(StringComparer.Ordinal)];
}
