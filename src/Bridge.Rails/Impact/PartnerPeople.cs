using Bridge.Model.Collections;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact;

/// <summary>Personal values of a partner's account on their way into the vault, under the owner <c>connection/partner id</c>.</summary>
/// <param name="personal">Door to the vault.</param>
/// <param name="connection">Name of the connection.</param>
internal sealed class PartnerPeople(IPersonalValues personal, string connection)
{
    /// <summary>Contacts, the primary one first. The account's phone number belongs to the first contact.</summary>
    public ValueList<Contact> Contacts(WirePartner wire, LossLog losses)
    {
        var phone = Protect(wire, PersonalKind.Phone, wire.Phone?.Number);
        var contacts = wire.Contacts
            .Select((contact, index) => Contact(wire, contact, index, losses))
            .Where(contact => (contact.FirstName ?? contact.LastName ?? contact.Email) is not null)
            .OrderByDescending(contact => contact.IsPrimary)
            .ToList();
        if (phone is null)
        {
            return contacts.ToValueList();
        }

        var first = contacts.FirstOrDefault() ?? new Contact { IsPrimary = true };
        var country = wire.Phone?.Country;
        first = first with { Phone = phone, PhoneCountry = ImpactCountries.ToIso(country) };
        return [first, .. contacts.Skip(1)];
    }

    /// <summary>The address; null when every part is missing.</summary>
    public PostalAddress? Address(WirePartner wire, LossLog losses)
    {
        if (wire.Address is not { } address)
        {
            return null;
        }

        var country = ImpactCountries.ToIso(address.Country);
        if (country is null && address.Country is not null)
        {
            losses.Dropped("CountryUnknown", "address.country", $"'{address.Country}' is neither an ISO 3166 code nor a word of impact.com's list.");
        }

        var postal = new PostalAddress
        {
            Line1 = Protect(wire, PersonalKind.AddressLine, address.Address1),
            Line2 = Protect(wire, PersonalKind.AddressLine, address.Address2),
            City = Protect(wire, PersonalKind.City, address.City),
            PostalCode = Protect(wire, PersonalKind.PostalCode, address.PostalCode),
            State = address.State,
            Country = country,
        };
        return postal == new PostalAddress() ? null : postal;
    }

    /// <summary>The number of the indirect tax registration.</summary>
    public PersonalValue? TaxNumber(WirePartner wire) => Protect(wire, PersonalKind.TaxNumber, wire.IndirectTax?.Number);

    private Contact Contact(WirePartner wire, WireContact contact, int index, LossLog losses)
    {
        var masked = contact.Email?.Contains('*', StringComparison.Ordinal) == true;
        if (masked)
        {
            losses.Dropped("EmailMasked", $"contacts[{index}].email", "impact.com masks the address until a partnership exists.");
        }

        return new Contact
        {
            FirstName = Protect(wire, PersonalKind.FirstName, contact.FirstName),
            LastName = Protect(wire, PersonalKind.LastName, contact.LastName),
            Email = masked ? null : Protect(wire, PersonalKind.Email, contact.Email),
            IsPrimary = contact.IsPrimary ?? index == 0,
        };
    }

    private PersonalValue? Protect(WirePartner wire, PersonalKind kind, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : personal.Protect($"{connection}/{wire.Id}", kind, value.Trim());
}
