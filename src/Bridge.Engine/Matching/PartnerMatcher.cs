using Bridge.Engine.Brands;
using Bridge.Engine.Execution;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Snapshots;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;

namespace Bridge.Engine.Matching;

/// <summary>
/// Finds partners on the target. It is prepared with one pass over the source partners in scope, in which each claims what
/// its first successful strategy finds; only these counts are kept. Then every partner is answered from its own data and
/// the counts alone, so the order of the partners changes nothing.
/// </summary>
public sealed class PartnerMatcher : IPartnerMatcher
{
    private const string ByOverride = "override";
    private const string ByIdMap = "idMap";
    private const string BySibling = "sibling";

    private readonly TargetPartnerIndex index;
    private readonly OverridesFile overrides;
    private readonly KeyTable idMap = new();
    private readonly KeyTable claims = new();
    private readonly SiblingPartners? siblings;
    private readonly byte[] firm;
    private readonly byte[] found;

    private PartnerMatcher(TargetPartnerIndex index, OverridesFile overrides, SiblingPartners? siblings)
    {
        this.siblings = siblings;
        this.index = index;
        this.overrides = overrides;
        firm = new byte[index.Count];
        found = new byte[index.Count];
    }

    /// <inheritdoc />
    public string? OverridesHash => overrides.Hash;

    /// <summary>Prepares a matcher.</summary>
    /// <param name="index">Partners of the target.</param>
    /// <param name="overrides">Decisions of people.</param>
    /// <param name="idMap">Rows of the id map for partners.</param>
    /// <param name="source">Source partners in scope, each once, in any order. Those out of scope must not claim anything.</param>
    /// <param name="findings">Takes the problems that show only now: overrides of partners that are not there.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    public static Task<PartnerMatcher> PrepareAsync(
        TargetPartnerIndex index,
        OverridesFile overrides,
        IAsyncEnumerable<IdMapRow> idMap,
        IAsyncEnumerable<Partner> source,
        ICollection<Finding> findings,
        CancellationToken cancellationToken) => PrepareAsync(index, overrides, idMap, source, null, findings, cancellationToken);

    /// <summary>As above, with what other programs of the brand did.</summary>
    /// <param name="index">Partners of the target.</param>
    /// <param name="overrides">Decisions of people.</param>
    /// <param name="idMap">Rows of the id map for partners.</param>
    /// <param name="source">Source partners in scope, each once, in any order. Those out of scope must not claim anything.</param>
    /// <param name="siblings">What other programs did; null for none.</param>
    /// <param name="findings">Takes the problems that show only now: overrides of partners that are not there.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    public static async Task<PartnerMatcher> PrepareAsync(
        TargetPartnerIndex index,
        OverridesFile overrides,
        IAsyncEnumerable<IdMapRow> idMap,
        IAsyncEnumerable<Partner> source,
        SiblingPartners? siblings,
        ICollection<Finding> findings,
        CancellationToken cancellationToken)
    {
        var matcher = new PartnerMatcher(index, overrides, siblings);
        await foreach (var row in idMap.WithCancellation(cancellationToken))
        {
            // A row whose partner is gone from the target says nothing: the other strategies decide.
            if (row.Entity == EntityKind.Partner && index.ById(row.Target) is { } partner)
            {
                matcher.idMap.Add(HashKey.Of("source", row.Source), partner);
            }
        }

        matcher.idMap.Seal();
        var unseen = overrides.Rows.ToDictionary(row => row.Source, StringComparer.Ordinal);
        await foreach (var partner in source.WithCancellation(cancellationToken))
        {
            unseen.Remove(partner.Id.Value);
            matcher.Claim(partner);
        }

        matcher.claims.Seal();
        matcher.Report(unseen.Values, findings);
        return matcher;
    }

    /// <inheritdoc />
    public PartnerMatch Match(Partner source)
    {
        var answer = Search(source);
        if (answer is not { Partner: { } partner, Match.Strategy: { } strategy } || strategy == ByOverride)
        {
            return answer.Match;
        }

        var rivals = strategy == ByIdMap ? firm[partner] > 1 : firm[partner] + found[partner] > 1;
        return rivals
            ? Ambiguous(source, [partner], $"Several partners of the source look like '{index.IdOf(partner)}' on the target ({answer.Match.Evidence}).")
            : answer.Match;
    }

    /// <inheritdoc />
    public string? ClaimOf(string source) =>
        claims.Find(HashKey.Of("source", source)).Select(partner => index.IdOf(partner)).FirstOrDefault();

    private void Claim(Partner source)
    {
        if (Search(source) is { Partner: { } partner, Match.Strategy: { } strategy })
        {
            var counts = strategy is ByOverride or ByIdMap ? firm : found;
            counts[partner] = (byte)Math.Min(2, counts[partner] + 1);
            claims.Add(HashKey.Of("source", source.Id.Value), partner);
        }
    }

    /// <summary>What the partner's own data say, whatever others claim.</summary>
    private (PartnerMatch Match, int? Partner) Search(Partner source)
    {
        if (overrides.Find(source.Id.Value) is { } decision)
        {
            return Decided(source, decision);
        }

        var known = idMap.Find(HashKey.Of("source", source.Id.Value)).ToList();
        if (known.Count > 0)
        {
            return Found(source, known, ByIdMap, "an earlier run moved it");
        }

        var elsewhere = siblings?.Find(source) ?? [];
        var there = elsewhere.Select(row => row.Target is { } id ? index.ById(id) : null).OfType<int>().Distinct().ToList();
        if (there.Count > 0)
        {
            return Found(source, there, BySibling, $"program {string.Join(" and ", elsewhere.Where(row => row.Target is not null).Select(row => row.Program).Distinct())} brought it in");
        }

        foreach (var strategy in index.Rules.Strategies)
        {
            var (candidates, evidence) = Candidates(source, strategy);
            if (candidates.Count == 0)
            {
                continue;
            }

            var doubt = strategy.By == MatchWay.Reference ? null : candidates.Select(partner => index.Contradiction(source, partner)).FirstOrDefault(found => found is not null);
            return doubt is null
                ? Found(source, candidates, Word(strategy.By), evidence)
                : (Ambiguous(source, candidates, $"The {evidence} is the same, but the partner on the target carries another {doubt.Target}."), null);
        }

        return (elsewhere.Count > 0
            ? new PartnerMatch { Source = source.Id.Value, Kind = MatchKind.UnderWay, Evidence = elsewhere[0].Text }
            : new PartnerMatch { Source = source.Id.Value, Kind = MatchKind.None }, null);
    }

    private (PartnerMatch Match, int? Partner) Decided(Partner source, PartnerOverride decision)
    {
        switch (decision.Kind)
        {
            case OverrideKind.New:
                return (new PartnerMatch { Source = source.Id.Value, Kind = MatchKind.DeclaredNew, Strategy = ByOverride }, null);
            case OverrideKind.Skip:
                return (new PartnerMatch { Source = source.Id.Value, Kind = MatchKind.DeclaredSkip, Strategy = ByOverride }, null);
            default:
                return index.ById(decision.Target!) is { } partner
                    ? Found(source, [partner], ByOverride, decision.Question is null ? "the overrides file names it" : "a person named it")
                    : (Ambiguous(source, [], $"{(decision.Question is null ? "The overrides file" : "An answer")} names '{decision.Target}', which is not on the target."), null);
        }
    }

    private (List<int> Partners, string Evidence) Candidates(Partner source, MatchStrategy strategy)
    {
        switch (strategy.By)
        {
            case MatchWay.Reference:
                return source.Reference(strategy.Source!) is { Length: > 0 } value
                    ? ([.. index.ByReference(strategy.Target!, value)], $"{strategy.Source} {value} is its {strategy.Target}")
                    : ([], "");
            case MatchWay.Domain:
                return source.WebProperties.Count > 0 && source.WebProperties[0].Domain() is { } host
                    ? ([.. index.ByHost(host)], $"host {host}")
                    : ([], "");
            default:
                var emails = source.Contacts.Select(contact => contact.Email).Where(email => email is not null).Select(email => email!.Value).Distinct().ToList();
                return ([.. emails.SelectMany(email => index.ByEmail(email.Hash)).Distinct().Order()], $"e-mail {string.Join(" or ", emails)}");
        }
    }

    private (PartnerMatch Match, int? Partner) Found(Partner source, List<int> candidates, string strategy, string evidence)
    {
        if (candidates.Count > 1)
        {
            return (Ambiguous(source, candidates, $"Several partners of the target have the same {strategy} ({evidence})."), null);
        }

        var partner = candidates[0];
        return (new PartnerMatch
        {
            Source = source.Id.Value,
            Kind = MatchKind.Matched,
            TargetId = index.IdOf(partner),
            Location = index.LocationOf(partner),
            Strategy = strategy,
            Evidence = evidence,
        }, partner);
    }

    private PartnerMatch Ambiguous(Partner source, IEnumerable<int> candidates, string evidence) => new()
    {
        Source = source.Id.Value,
        Kind = MatchKind.Ambiguous,
        Evidence = evidence,
        Candidates = candidates.Select(index.IdOf).Order(KeyOrder.Instance).ToValueList(),
    };

    private void Report(IEnumerable<PartnerOverride> unseen, ICollection<Finding> findings)
    {
        foreach (var row in overrides.Rows.Where(row => row.Target is not null && index.ById(row.Target) is null))
        {
            OverridesFile.Report(findings, MatchingFindings.TargetUnknown, overrides.FileName, row, row.Target, $"The target has {index.Count} partners, and none has this id.");
        }

        foreach (var row in unseen.OrderBy(row => row.Source, KeyOrder.Instance))
        {
            OverridesFile.Report(findings, MatchingFindings.SourceUnknown, overrides.FileName, row, row.Source, "No partner in scope has this source id.");
        }
    }

    private static string Word(MatchWay way) => way switch
    {
        MatchWay.Reference => "reference",
        MatchWay.Domain => "domain",
        _ => "email",
    };
}
