using Bridge.Model.Partners;

namespace Bridge.Engine.Matching;

/// <summary>Finds partners that exist on the target already. Pure over an index of bounded size: a few hashes for each target partner.</summary>
public interface IPartnerMatcher
{
    /// <summary>Hash of the overrides file; null when there is none.</summary>
    string? OverridesHash { get; }

    /// <summary>
    /// Looks in order: overrides, id map, accounts that another program of the brand made, then the strategies of the profile (reference, domain, e-mail). A target partner is
    /// never given twice: when two source partners find the same one, both become ambiguous. What a person decided and what
    /// an earlier run recorded stands; there only the others become ambiguous.
    /// </summary>
    PartnerMatch Match(Partner source);

    /// <summary>
    /// The target partner that a source partner claimed when all of them were looked at first; null when it claimed none. The
    /// second witness of every match.
    /// </summary>
    /// <param name="source">Key of the source partner.</param>
    string? ClaimOf(string source);
}
