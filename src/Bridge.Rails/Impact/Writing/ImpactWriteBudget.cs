using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>Hands out permits of the account's budget for writes.</summary>
internal sealed class ImpactWriteBudget(Pacer pacer) : IWriteBudget
{
    public async ValueTask<RateGrant> AcquireAsync(CancellationToken cancellationToken) =>
        await pacer.AcquireAsync(RateGroup.Default, CallPriority.Write, cancellationToken);
}
