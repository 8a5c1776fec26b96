using Bridge.Engine.Matching;
using Bridge.Model.Partners;

namespace Bridge.Engine.Planning;

/// <summary>
/// A matcher whose every answer is compared with what the partner claimed when all partners were looked at first: a match
/// that is lost makes a second account, one that is misfiled pays the wrong partner.
/// </summary>
/// <param name="inner">Matcher.</param>
internal sealed class AccountedMatcher(IPartnerMatcher inner) : IPartnerMatcher
{
    public string? OverridesHash => inner.OverridesHash;

    public string? ClaimOf(string source) => inner.ClaimOf(source);

    /// <exception cref="ConservationException">The answer is about another partner, or is not what was claimed.</exception>
    public PartnerMatch Match(Partner source)
    {
        var key = source.Id.Value;
        var match = inner.Match(source);
        if (!string.Equals(match.Source, key, StringComparison.Ordinal))
        {
            throw new ConservationException($"partners '{key}' was looked for on the target, and the answer is about '{match.Source}'.");
        }

        var isMatched = match.Kind == MatchKind.Matched;
        if (isMatched != (match.TargetId is not null) || isMatched != (match.Location is not null))
        {
            throw new ConservationException($"partners '{key}' is {match.Kind} with {match.TargetId ?? "nothing"} on the target: half of the match is missing.");
        }

        var claim = inner.ClaimOf(key);
        if (match.Kind != MatchKind.Ambiguous && !string.Equals(claim, match.TargetId, StringComparison.Ordinal))
        {
            throw new ConservationException($"partners '{key}' claimed '{claim ?? "nothing"}' on the target at the first look and was given '{match.TargetId ?? "nothing"}'.");
        }

        return match;
    }
}
