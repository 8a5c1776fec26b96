using AutoMapper;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten;

/// <summary>
/// Publisher rows as partners: joins encrypted id, groups and contact details, and turns every personal value into its keyed
/// hash before it leaves this class.
/// </summary>
internal sealed class PartnerTranslator(string connection, IPersonalValues personal, IMapper mapper)
{
    /// <summary>Reference scheme of the SID.</summary>
    public const string SidScheme = "rakuten.sid";

    /// <summary>Reference scheme of the encrypted id.</summary>
    public const string EncryptedIdScheme = "rakuten.encryptedId";

    private static readonly char[] MailSeparators = [';', ',', ' ', '\n', '\r'];
    private static readonly char[] CategorySeparators = [';', '|', '\n', '\r'];

    /// <summary>One partner.</summary>
    /// <param name="row">Overview row.</param>
    /// <param name="encryptedId">Encrypted id; null when nothing says it.</param>
    /// <param name="groups">Groups of overview and report.</param>
    /// <param name="details">Contact details, or null.</param>
    /// <param name="losses">Takes what the partner does not hold.</param>
    public Partner Translate(PublisherRow row, string? encryptedId, IEnumerable<PartnerGroupId> groups, DetailsRow? details, ICollection<Loss> losses)
    {
        var owner = $"{connection}/{row.SiteId}";
        var partner = mapper.Map<Partner>(row);
        if (partner.Status == PartnerStatus.Unknown && row.Status is not null)
        {
            losses.Add(Lost("StateUnknown", "status", $"The state '{row.Status}' is not one that Rakuten publishes."));
        }

        return partner with
        {
            Contacts = Contacts(owner, row.Email, details, losses),
            WebProperties = Sites(row.Url, losses),
            Address = Address(owner, details),
            TaxNumber = Protect(owner, PersonalKind.TaxNumber, details?.TaxId),
            PromotionMethods = details?.PromotionalMethod is { } method ? [method] : [],
            Groups = groups.Distinct().OrderBy(group => group.Value, StringComparer.Ordinal).ToValueList(),
            Tags = (row.Categories ?? "").Split(CategorySeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList(),
            References = encryptedId is null
                ? [new ExternalReference(SidScheme, row.SiteId)]
                : [new ExternalReference(EncryptedIdScheme, encryptedId), new ExternalReference(SidScheme, row.SiteId)],
        };
    }

    private ValueList<Contact> Contacts(string owner, string? mails, DetailsRow? details, ICollection<Loss> losses)
    {
        var addresses = (mails ?? "").Split(MailSeparators, StringSplitOptions.RemoveEmptyEntries);
        var readable = addresses.Where(IsAddress).ToList();
        if (readable.Count < addresses.Length)
        {
            losses.Add(Lost("EmailUnreadable", "contacts.email", "The e-mail is not of the form name@host; it is kept in the raw row alone."));
        }

        var primary = new Contact
        {
            FirstName = Protect(owner, PersonalKind.FirstName, details?.FirstName),
            LastName = Protect(owner, PersonalKind.LastName, details?.LastName),
            Email = Protect(owner, PersonalKind.Email, readable.FirstOrDefault()),
            Phone = Protect(owner, PersonalKind.Phone, details?.Phone),
            PhoneCountry = details?.PhoneCountry,
            Unsubscribed = details?.Unsubscribed,
            IsPrimary = true,
        };
        return primary == new Contact { IsPrimary = true }
            ? []
            : [primary, .. readable.Skip(1).Select(mail => new Contact { Email = Protect(owner, PersonalKind.Email, mail) })];
    }

    private PostalAddress? Address(string owner, DetailsRow? details)
    {
        if (details is null)
        {
            return null;
        }

        var address = new PostalAddress
        {
            Line1 = Protect(owner, PersonalKind.AddressLine, details.Address1),
            Line2 = Protect(owner, PersonalKind.AddressLine, details.Address2),
            City = Protect(owner, PersonalKind.City, details.City),
            PostalCode = Protect(owner, PersonalKind.PostalCode, details.PostalCode),
            State = details.State,
            Country = details.Country,
        };
        return address == new PostalAddress() ? null : address;
    }

    private static ValueList<WebProperty> Sites(string? url, ICollection<Loss> losses)
    {
        if (url is null)
        {
            return [];
        }

        var text = url.Contains("://", StringComparison.Ordinal) ? url : $"https://{url}";
        if (WebProperty.DomainOf(text) is { } domain && domain.Contains('.', StringComparison.Ordinal))
        {
            return [new WebProperty(text, "website")];
        }

        losses.Add(Lost("UrlUnreadable", "webProperties", "The publisher's URL is no web address; it is kept in the raw row alone."));
        return [];
    }

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 3 && text.LastIndexOf('.') > at + 1;
    }

    private static Loss Lost(string code, string path, string message) =>
        new() { Code = code, Fidelity = Fidelity.Dropped, Path = path, Message = message };

    private PersonalValue? Protect(string owner, PersonalKind kind, string? value) =>
        value is null ? null : personal.Protect(owner, kind, value);
}
