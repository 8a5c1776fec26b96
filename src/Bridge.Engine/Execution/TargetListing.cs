using Bridge.Engine.Matching;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>
/// A listing of the target's partners with their contracts, read at one time. It answers guard reads and probes for as long
/// as it is young enough, instead of one read for each write. Its size is bounded by the partners of one program.
/// </summary>
public sealed class TargetListing
{
    private static readonly SharedDomains Shared = new(new HashSet<string>(StringComparer.Ordinal));
    private readonly Dictionary<string, ObservedPartner> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<ExternalReference, List<ObservedPartner>> byReference = [];
    private readonly Dictionary<string, List<ObservedPartner>> byEmail = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ObservedPartner>> byDomain = new(StringComparer.Ordinal);

    private TargetListing(DateTimeOffset readAt) => ReadAt = readAt;

    /// <summary>When reading began.</summary>
    public DateTimeOffset ReadAt { get; }

    /// <summary>Number of partners.</summary>
    public int Count => byId.Count;

    /// <summary>Reads the target.</summary>
    /// <exception cref="Rails.Abstractions.Errors.RailException">The rail cannot be read.</exception>
    public static async Task<TargetListing> ReadAsync(IRail target, TimeProvider time, CancellationToken cancellationToken)
    {
        var listing = new TargetListing(time.GetUtcNow());
        if (target.Port<IPartnerReader>() is { } partners)
        {
            await foreach (var page in partners.ReadAsync(ReadScope.All, cancellationToken))
            {
                foreach (var read in page.Records)
                {
                    listing.Add(read.Record);
                }
            }
        }

        if (target.Port<IContractReader>() is { } contracts)
        {
            await foreach (var page in contracts.ReadAsync(ReadScope.All, cancellationToken))
            {
                foreach (var read in page.Records)
                {
                    listing.byId.GetValueOrDefault(read.Record.Partner.Value)?.Contracts.Add(read.Record);
                }
            }
        }

        return listing;
    }

    /// <summary>A partner by id, or null.</summary>
    public ObservedPartner? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// Partners that a draft describes: by its first reference, which is the natural key. Where nobody carries that yet (an
    /// import that matched an account sets it when the partner accepts), by e-mail, then by website, among those with whom
    /// there is a contract or proposal.
    /// </summary>
    public IReadOnlyList<ObservedPartner> Find(PartnerDraft draft)
    {
        if (draft.References.Count > 0 && byReference.TryGetValue(draft.References[0], out var found))
        {
            return found;
        }

        if (draft.Contact?.Email is { } email && byEmail.TryGetValue(email.Hash, out var same) && Involved(same, draft) is { Count: > 0 } byMail)
        {
            return byMail;
        }

        return WebProperty.DomainOf(draft.Website) is { } domain && !Shared.Contains(domain) && byDomain.TryGetValue(domain, out var host)
            ? Involved(host, draft)
            : [];
    }

    /// <summary>Those with a contract or proposal who do not carry another partner's reference.</summary>
    private static List<ObservedPartner> Involved(List<ObservedPartner> partners, PartnerDraft draft) => partners.FindAll(partner =>
        partner.Contracts.Count > 0
        && !partner.References.Any(reference => draft.References.Any(wanted => wanted.Scheme == reference.Scheme && wanted.Value != reference.Value)));

    private static void AddTo<TKey>(Dictionary<TKey, List<ObservedPartner>> index, TKey key, ObservedPartner partner)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var partners))
        {
            index[key] = partners = new List<ObservedPartner>(1);
        }

        if (!partners.Contains(partner))
        {
            partners.Add(partner);
        }
    }

    private void Add(Partner partner)
    {
        var observed = new ObservedPartner
        {
            Id = partner.Id.Value,
            Status = partner.Status,
            InProgram = partner.InProgram,
            References = partner.References,
            Groups = partner.Groups,
        };
        byId[observed.Id] = observed;
        foreach (var reference in partner.References)
        {
            AddTo(byReference, reference, observed);
        }

        foreach (var domain in partner.WebProperties.Select(property => property.Domain()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            AddTo(byDomain, domain, observed);
        }

        foreach (var contact in partner.Contacts)
        {
            if (contact.Email is { } email)
            {
                AddTo(byEmail, email.Hash, observed);
            }
        }
    }
}
