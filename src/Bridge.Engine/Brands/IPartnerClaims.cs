namespace Bridge.Engine.Brands;

/// <summary>
/// Claims on partners that are about to be brought in, shared by the programs of a brand: two of them that are applied at the
/// same time must not both make an account for one partner. Durable; safe for use by several processes.
/// </summary>
public interface IPartnerClaims
{
    /// <summary>
    /// Claims a partner under all of its keys, or under none. What this program claimed before it may claim again; what a program
    /// claimed that does not go on with it any more is taken over.
    /// </summary>
    /// <param name="claim">Who claims.</param>
    /// <param name="keys">What the partner is known by; at least one.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Null when the claim holds now; else the claim of another program that stands against it.</returns>
    Task<PartnerClaim?> ClaimAsync(PartnerClaim claim, IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
