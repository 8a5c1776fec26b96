using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>
/// Makes direct partners (a new account with an active contract at once) and sets the brand's three values. Partners that have
/// a marketplace account cannot be added by API.
/// </summary>
internal sealed class ImpactPartnerWriter(ImpactClient client, ImpactOptions options, IPersonalValues personal, string connection) : IPartnerWriter
{
    private const string Erased = "the value was erased from the vault";

    public Task<WriteReceipt> CreateAsync(PartnerDraft draft, WriteContext context, CancellationToken cancellationToken) =>
        client.CreatePartnerAsync(Form(draft), context, cancellationToken);

    public Task<WriteReceipt> AmendAsync(PartnerAmendment amendment, WriteContext context, CancellationToken cancellationToken)
    {
        var form = new ImpactForm(connection, "partners.values");
        foreach (var scheme in amendment.After.Concat(amendment.Before).Select(reference => reference.Scheme).Distinct(StringComparer.Ordinal))
        {
            var value = amendment.After.FirstOrDefault(reference => reference.Scheme == scheme)?.Value ?? "";
            if (FieldOf(scheme) is not { } field)
            {
                form.Refuse(scheme, "impact.com keeps impact.value1 to impact.value3 alone");
            }
            else if (value.Length > ImpactForm.LongestText)
            {
                form.Refuse(field, $"it is longer than {ImpactForm.LongestText} characters");
            }
            else
            {
                form.Set(field, value);
            }
        }

        return client.SetPartnerValuesAsync(amendment.Partner.Require(), form.Fields(), context, cancellationToken);
    }

    /// <summary>MPValue parameter of a reference scheme; null when impact.com has no such field.</summary>
    internal static string? FieldOf(string scheme)
    {
        for (var index = 0; index < ImpactTranslator.ValueSchemes.Count; index++)
        {
            if (ImpactTranslator.ValueSchemes[index] == scheme)
            {
                return $"MPValue{index + 1}";
            }
        }

        return null;
    }

    private IReadOnlyList<KeyValuePair<string, string>> Form(PartnerDraft draft)
    {
        var form = new ImpactForm(connection, "partners.create");
        var (contact, address) = (draft.Contact, draft.Address);
        form.Required("AccountName", draft.Name)
            .Required("Website", draft.Website)
            .Optional("AddressLine2", Reveal(address?.Line2))
            .Optional("CountryState", address?.State)
            .Required("Country", address?.Country is { } country ? ImpactCountries.FromIso(country) : null)
            .Required("PhoneCountry", contact?.PhoneCountry ?? address?.Country)
            .Required("PrimaryPromotionalMethod", draft.PromotionMethod)
            .Required("Username", PartnerAccount.UserName(options.ProgramId, draft))
            .Required("Password", PartnerAccount.Password())
            .Required("TemplateTermsId", draft.Template?.Require())
            .Required("Currency", (draft.Currency ?? options.Currency)?.Code)
            .Optional("MPGroupIDs", string.Join(',', draft.Groups.Select(group => group.Require())));
        Personal("AddressLine1", address?.Line1);
        Personal("City", address?.City);
        Personal("PostalCode", address?.PostalCode);
        Personal("PhoneNumber", contact?.Phone);
        Personal("FirstName", contact?.FirstName);
        Personal("LastName", contact?.LastName);
        Personal("EmailAddress", contact?.Email);
        foreach (var reference in draft.References)
        {
            if (FieldOf(reference.Scheme) is { } field)
            {
                form.Optional(field, reference.Value);
            }
            else
            {
                form.Refuse(reference.Scheme, "impact.com keeps impact.value1 to impact.value3 alone");
            }
        }

        return form.Fields();

        void Personal(string name, PersonalValue? value)
        {
            if (value is null)
            {
                form.Required(name, null);
            }
            else
            {
                form.Required(name, personal.Reveal(value.Value), Erased);
            }
        }
    }

    private string? Reveal(PersonalValue? value) => value is { } known ? personal.Reveal(known) : null;
}
