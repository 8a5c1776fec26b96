using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Snapshots;
using Bridge.Model.Partners;

namespace Bridge.Engine.Matching;

/// <summary>
/// The partners of the target by hashed keys: id, references, hosts, e-mails. Built in one pass over the target snapshot;
/// it keeps the native id, the place in the snapshot and 32 bytes for each key, in all about 200 bytes for a partner
/// (20 MB for 100,000), and no name, address or e-mail.
/// </summary>
public sealed class TargetPartnerIndex
{
    private readonly List<(string Id, RecordLocation Location)> partners = [];
    private readonly List<byte> referenced = [];
    private readonly KeyTable keys = new();
    private readonly MatchStrategy[] references;
    private readonly SharedDomains shared;

    private TargetPartnerIndex(MatchSection rules)
    {
        references = [.. rules.Strategies.Where(strategy => strategy.By == MatchWay.Reference).Take(8)];
        shared = new SharedDomains(rules.SharedDomains);
        Rules = rules;
    }

    /// <summary>Rules that it was built for.</summary>
    public MatchSection Rules { get; }

    /// <summary>Number of partners.</summary>
    public int Count => partners.Count;

    internal SharedDomains Shared => shared;

    /// <summary>Builds the index.</summary>
    /// <param name="rules">Section <c>match</c> of the profile.</param>
    /// <param name="target">Partners of the target snapshot.</param>
    /// <param name="cancellationToken">Stops the build.</param>
    public static async Task<TargetPartnerIndex> BuildAsync(
        MatchSection rules, IAsyncEnumerable<SnapshotRecord<Partner>> target, CancellationToken cancellationToken)
    {
        var index = new TargetPartnerIndex(rules);
        await foreach (var (partner, location, _) in target.WithCancellation(cancellationToken))
        {
            index.Add(partner, location);
        }

        index.keys.Seal();
        return index;
    }

    internal string IdOf(int partner) => partners[partner].Id;

    internal RecordLocation LocationOf(int partner) => partners[partner].Location;

    internal int? ById(string id) => keys.Find(IdKey(id)).Cast<int?>().FirstOrDefault();

    internal IEnumerable<int> ByReference(string scheme, string value) => keys.Find(ReferenceKey(scheme, value));

    internal IEnumerable<int> ByHost(string host) => shared.Contains(host) ? [] : keys.Find(HashKey.Of("host", host));

    internal IEnumerable<int> ByEmail(string hash) => keys.Find(HashKey.Of("email", hash));

    /// <summary>The first reference in which a target partner carries another id than the source partner, or null.</summary>
    internal MatchStrategy? Contradiction(Partner source, int partner)
    {
        for (var bit = 0; bit < references.Length; bit++)
        {
            if ((referenced[partner] & (1 << bit)) != 0
                && source.Reference(references[bit].Source!) is { Length: > 0 } value
                && !ByReference(references[bit].Target!, value).Contains(partner))
            {
                return references[bit];
            }
        }

        return null;
    }

    private static UInt128 IdKey(string id) => HashKey.Of("id", id);

    private static UInt128 ReferenceKey(string scheme, string value) => HashKey.Of("ref", $"{scheme}\0{value}");

    private void Add(Partner partner, RecordLocation location)
    {
        var index = partners.Count;
        var carries = 0;
        partners.Add((partner.Id.Value, location));
        keys.Add(IdKey(partner.Id.Value), index);
        for (var bit = 0; bit < references.Length; bit++)
        {
            if (partner.Reference(references[bit].Target!) is { Length: > 0 } value)
            {
                keys.Add(ReferenceKey(references[bit].Target!, value), index);
                carries |= 1 << bit;
            }
        }

        referenced.Add((byte)carries);
        if (partner.Status == PartnerStatus.Closed)
        {
            // A closed account can be named by id or reference; that its site or mail is the same does not make it usable.
            return;
        }

        foreach (var host in partner.WebProperties.Select(property => property.Domain()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (!shared.Contains(host))
            {
                keys.Add(HashKey.Of("host", host), index);
            }
        }

        foreach (var email in partner.Contacts.Select(contact => contact.Email?.Hash).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            keys.Add(HashKey.Of("email", email), index);
        }
    }
}
