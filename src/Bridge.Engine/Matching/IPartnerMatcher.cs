using Bridge.Model.Partners;

namespace Bridge.Engine.Matching;

/// <summary>Finds partners that exist on the target already. Pure over an index of bounded size: a few hashes for each target partner.</summary>
public interface IPartnerMatcher
{
    /// <summary>Hash of the overrides file; null when there is none.</summary>
    string? OverridesHash { get; }

    /// <summary>
    /// Looks in order: overrides, id map, reference, domain, e-mail. A target partner that an earlier strategy gave to
    /// another source partner is not given twice: both become ambiguous.
    /// </summary>
    PartnerMatch Match(Partner source);
}
