using Bridge.Model.Money;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;

namespace Bridge.Rails.Tests.Impact;

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
