using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

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
