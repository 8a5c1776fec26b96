using Bridge.Engine.Planning;

namespace Bridge.Engine.Brands;

/// <summary>Asked before a step that makes a partner: no other program of the brand may be about to make the same one.</summary>
/// <param name="brand">The brand.</param>
/// <param name="idsAreRailWide">True when the source rail gives a partner one id over all accounts.</param>
public sealed class BrandGuard(IBrand brand, bool idsAreRailWide)
{
    /// <summary>Claims the partner of a step.</summary>
    /// <returns>Null when this program may make it; else why it may not, in one sentence.</returns>
    public async Task<string?> RefuseAsync(CreatePartner step, PlanHeader header, string runId, CancellationToken cancellationToken)
    {
        var claim = new PartnerClaim(brand.Program, runId, step.Id, step.Source ?? step.Id);
        return await brand.Claims.ClaimAsync(claim, ClaimKeys.Of(step, header, idsAreRailWide), cancellationToken) is { } other
            ? $"Program '{other.Program}' makes this partner (run {other.RunId}, step {other.Step}), so nothing was sent; when that is done, extract the target and plan again."
            : null;
    }
}
