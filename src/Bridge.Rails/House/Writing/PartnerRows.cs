using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Writing;

/// <summary>Partners as rows: one person in full, further ones by e-mail alone.</summary>
internal static class PartnerRows
{
    public static (RowWriter Rows, object Held) Write(Partner partner, RecordTableContext context)
    {
        var row = new RowWriter(HouseKind.Partners, context).Begin();
        row.Text("Partner ID", partner.Id.Value);
        row.Word("Kind", partner.Kind);
        row.Word("Status", partner.Status);
        var stated = partner.Status.ToString();
        row.Text("Currency", partner.Currency?.Code);
        return (row, partner with
        {
            Name = row.Required("Name", partner.Name, partner.Id.Value),
            NativeStatus = row.Held(partner.NativeStatus, char.ToLowerInvariant(stated[0]) + stated[1..], "nativeStatus"),
            InProgram = row.Held(partner.InProgram, true, "inProgram"),
            AccountType = row.Text("Account Type", partner.AccountType),
            Contacts = Contacts(row, partner.Contacts),
            WebProperties = Sites(row, partner.WebProperties),
            Address = Address(row, partner.Address),
            TaxNumber = row.Personal("Tax ID", partner.TaxNumber),
            PromotionMethods = row.Parts("Promotion Methods", partner.PromotionMethods).ToValueList(),
            Groups = row.Parts("Groups", partner.Groups.Select(group => group.Value)).Select(id => new PartnerGroupId(id)).OrderBy(group => group.Value, StringComparer.Ordinal).ToValueList(),
            Tags = row.Parts("Tags", partner.Tags).Order(StringComparer.Ordinal).ToValueList(),
            JoinedAt = row.Instant("Join Date", partner.JoinedAt),
            References = row.Pairs("Other IDs", partner.References.Where(reference => reference.Scheme != HouseDescriptor.IdScheme).Select(reference => (reference.Scheme, reference.Value)))
                .Select(pair => new ExternalReference(pair.Name, pair.Value))
                .Append(new ExternalReference(HouseDescriptor.IdScheme, partner.Id.Value)).OrderBy(reference => reference.Scheme, StringComparer.Ordinal).ToValueList(),
        });
    }

    private static ValueList<Contact> Contacts(RowWriter row, ValueList<Contact> contacts)
    {
        if (contacts.Count == 0)
        {
            return [];
        }

        var primary = contacts.FirstOrDefault(contact => contact.IsPrimary) ?? contacts[0];
        var others = contacts.Where(contact => !ReferenceEquals(contact, primary)).ToList();
        var mails = new List<(PersonalValue Value, string Text)>();
        foreach (var mail in others.Prepend(primary).Select(contact => contact.Email).OfType<PersonalValue>().Distinct())
        {
            if (row.Reveal("Email", mail) is { } written && RowWriter.Fit(written) == written && written.AsSpan().IndexOfAny(";\r\n") < 0 && IsMail(written))
            {
                mails.Add((mail, written));
            }
        }

        row.Parts("Email", mails.Select(mail => mail.Text));
        var first = new Contact
        {
            FirstName = row.Personal("First Name", primary.FirstName),
            LastName = row.Personal("Last Name", primary.LastName),
            Email = mails.Count == 0 ? null : mails[0].Value,
            Phone = row.Personal("Phone", primary.Phone),
            PhoneCountry = row.Text("Phone Country", primary.PhoneCountry),
            IsPrimary = true,
        };
        ValueList<Contact> held = first == new Contact { IsPrimary = true } ? [] : [first, .. mails.Skip(1).Select(mail => new Contact { Email = mail.Value })];
        return row.Held(contacts, held, "contacts");
    }

    private static ValueList<WebProperty> Sites(RowWriter row, ValueList<WebProperty> sites)
    {
        var held = row.Parts("Website", sites.Select(site => site.Url).Where(url => url.Contains("://", StringComparison.Ordinal) && WebProperty.DomainOf(url)?.Contains('.', StringComparison.Ordinal) == true))
            .Select(url => new WebProperty(url, "website")).ToValueList();
        return row.Held(sites, held, "webProperties");
    }

    private static PostalAddress? Address(RowWriter row, PostalAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        var held = new PostalAddress
        {
            Line1 = row.Personal("Address 1", address.Line1),
            Line2 = row.Personal("Address 2", address.Line2),
            City = row.Personal("City", address.City),
            PostalCode = row.Personal("Postal Code", address.PostalCode),
            State = row.Text("State", address.State),
            Country = row.Text("Country", address.Country),
        };
        return held == new PostalAddress() ? null : held;
    }

    private static bool IsMail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 3 && text.LastIndexOf('.') > at + 1 && !text.Any(char.IsWhiteSpace);
    }
}
