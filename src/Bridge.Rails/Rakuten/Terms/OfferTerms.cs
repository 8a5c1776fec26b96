using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Rails.Rakuten.Terms;

/// <summary>An offer with the contract that each of its holders has.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Contract">The contract, without id and partner of its own.</param>
/// <param name="Losses">What the contract does not hold.</param>
/// <param name="Findings">Problems of the offer, told once.</param>
/// <param name="Obstacle">Code and reason why contracts of this offer cannot move; null when they can.</param>
internal sealed record OfferTerms(
    Offer Offer,
    Contract Contract,
    IReadOnlyList<Loss> Losses,
    IReadOnlyList<Finding> Findings,
    (string Code, string Reason)? Obstacle);
