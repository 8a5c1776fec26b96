using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Writing;

/// <summary>
/// Finds partners by the draft's first reference value; where nobody has it, by e-mail or website. impact.com filters by none
/// of these, so a look reads the whole list, a thousand partners a call, and keeps what matches.
/// </summary>
internal sealed class PartnerLookup(ImpactClient client, ImpactPages pages, IPersonalValues personal) : IWriteLookup<PartnerDraft>
{
    public async Task<IReadOnlyList<FoundObject>> FindAsync(PartnerDraft draft, CancellationToken cancellationToken)
    {
        var (byKey, byAddress) = (new List<FoundObject>(), new List<FoundObject>());
        var email = draft.Contact?.Email is { } value ? Normal(personal.Reveal(value)) : null;
        var domain = WebProperty.DomainOf(draft.Website);
        var list = pages.ListAsync("partners.list", (address, token) => client.ListPartnersAsync(address, null, null, token), cancellationToken);
        await foreach (var page in list)
        {
            foreach (var row in page.Rows)
            {
                var wire = ImpactRows.Read(row, ImpactJson.Default.WirePartner);
                if (wire.Id is not { } id)
                {
                    continue;
                }

                var references = ImpactTranslator.References(wire.PartnerValues);
                var found = new FoundObject(id, ImpactTime.Read(wire.DateCreated, "createdAt", new LossLog()), IsEqual(draft, wire, email, domain));
                if (draft.References.Count > 0 && references.Contains(draft.References[0]))
                {
                    byKey.Add(found);
                }
                else if (HasEmail(wire, email) || (domain is not null && Domains(wire).Contains(domain)))
                {
                    byAddress.Add(found);
                }
            }
        }

        return byKey.Count > 0 ? byKey : byAddress;
    }

    private static bool IsEqual(PartnerDraft draft, WirePartner wire, string? email, string? domain) =>
        string.Equals(draft.Name.Trim(), wire.Name?.Trim(), StringComparison.Ordinal)
        && (domain is null || Domains(wire).Contains(domain))
        && (email is null || HasEmail(wire, email))
        && (draft.Currency is null || string.Equals(draft.Currency.Value.Code, wire.Currency, StringComparison.OrdinalIgnoreCase))
        && draft.References.All(ImpactTranslator.References(wire.PartnerValues).Contains);

    private static bool HasEmail(WirePartner wire, string? email) =>
        email is not null && wire.Contacts.Any(contact => Normal(contact.Email) == email);

    private static IEnumerable<string> Domains(WirePartner wire) =>
        wire.Properties.Select(property => property.Url).Append(wire.Website).Select(WebProperty.DomainOf).OfType<string>();

    private static string? Normal(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToUpperInvariant();
}
