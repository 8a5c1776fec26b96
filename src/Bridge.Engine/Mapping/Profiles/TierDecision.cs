using Bridge.Model.Contracts;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What a person decided about tiers where the source does not say. Null leaves the question open.</summary>
/// <param name="Basis">What thresholds count.</param>
/// <param name="Period">Over what they count.</param>
/// <param name="Mode">Whether a reached tier pays backwards.</param>
public sealed record TierDecision(TierBasis? Basis, TermPeriod? Period, TierMode? Mode)
{
    /// <summary>This decision, filled up from another one.</summary>
    public TierDecision Or(TierDecision other) => new(Basis ?? other.Basis, Period ?? other.Period, Mode ?? other.Mode);
}
