using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>Partners. Every personal value becomes its keyed hash before it leaves this class.</summary>
internal sealed class HousePartnerReader(HouseSource source, IPersonalValues personal) : IPartnerReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Partner;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<Partner>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => source.Reading.ReadAsync<Partner>(
        (_, head) => source.Files(HouseKind.Partners, head),
        scope,
        async (_, _) =>
        {
            var groups = await HousePartnerGroupReader.IdsAsync(source, cancellationToken);
            return (row, findings) => HouseRows.Read(Entity, row, findings, (cells, losses) => Partner(cells, groups, losses));
        },
        tail: null,
        cancellationToken);

    private Partner Partner(CellReader cells, Dictionary<string, PartnerGroupId> groups, ICollection<Loss> losses)
    {
        var id = cells.RequiredText("Partner ID");
        var owner = $"{source.Options.Connection}/{id}";
        return new Partner
        {
            Id = new PartnerId(id),
            Name = cells.RequiredText("Name"),
            Kind = HouseWords.Word(cells, "Kind", PartnerKind.Unknown),
            Status = HouseWords.Word(cells, "Status", PartnerStatus.Unknown),
            NativeStatus = cells.Text("Status"),
            AccountType = cells.Text("Account Type"),
            Contacts = Contacts(owner, cells, losses),
            WebProperties = Sites(cells, losses),
            Address = Address(owner, cells),
            TaxNumber = Protect(owner, PersonalKind.TaxNumber, cells.Text("Tax ID")),
            PromotionMethods = HouseWords.Parts(cells.Text("Promotion Methods")).ToValueList(),
            Groups = HouseWords.Parts(cells.Text("Groups")).Select(name => groups.TryGetValue(name, out var known) ? known : new PartnerGroupId(name))
                .Distinct().OrderBy(group => group.Value, StringComparer.Ordinal).ToValueList(),
            Tags = HouseWords.Parts(cells.Text("Tags")).Order(StringComparer.Ordinal).ToValueList(),
            JoinedAt = cells.Date("Join Date", fatal: false),
            Currency = HouseWords.Currency(cells, null),
            References = HouseWords.Pairs(cells, "Other IDs").Select(pair => new ExternalReference(pair.Name, pair.Value))
                .Append(new ExternalReference(HouseDescriptor.IdScheme, id)).OrderBy(reference => reference.Scheme, StringComparer.Ordinal).ToValueList(),
        };
    }

    private ValueList<Contact> Contacts(string owner, CellReader cells, ICollection<Loss> losses)
    {
        var written = HouseWords.Parts(cells.Text("Email"));
        var mails = written.Where(IsAddress).ToList();
        if (mails.Count < written.Count)
        {
            losses.Add(Lost("EmailUnreadable", "contacts.email", "The e-mail is not of the form name@host; it is kept in the raw row alone."));
        }

        var primary = new Contact
        {
            FirstName = Protect(owner, PersonalKind.FirstName, cells.Text("First Name")),
            LastName = Protect(owner, PersonalKind.LastName, cells.Text("Last Name")),
            Email = Protect(owner, PersonalKind.Email, mails.FirstOrDefault()),
            Phone = Protect(owner, PersonalKind.Phone, cells.Text("Phone")),
            PhoneCountry = cells.Text("Phone Country"),
            Unsubscribed = cells.Flag("Unsubscribed") == true ? true : null,
            IsPrimary = true,
        };
        return primary == new Contact { IsPrimary = true }
            ? []
            : [primary, .. mails.Skip(1).Select(mail => new Contact { Email = Protect(owner, PersonalKind.Email, mail) })];
    }

    private PostalAddress? Address(string owner, CellReader cells)
    {
        var address = new PostalAddress
        {
            Line1 = Protect(owner, PersonalKind.AddressLine, cells.Text("Address 1")),
            Line2 = Protect(owner, PersonalKind.AddressLine, cells.Text("Address 2")),
            City = Protect(owner, PersonalKind.City, cells.Text("City")),
            PostalCode = Protect(owner, PersonalKind.PostalCode, cells.Text("Postal Code")),
            State = cells.Text("State"),
            Country = cells.Text("Country"),
        };
        return address == new PostalAddress() ? null : address;
    }

    private static ValueList<WebProperty> Sites(CellReader cells, ICollection<Loss> losses)
    {
        var written = HouseWords.Parts(cells.Text("Website")).Select(text => text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}").ToList();
        var sites = written.Where(text => WebProperty.DomainOf(text) is { } domain && domain.Contains('.', StringComparison.Ordinal)).ToList();
        if (sites.Count < written.Count)
        {
            losses.Add(Lost("UrlUnreadable", "webProperties", "A website is no web address; it is kept in the raw row alone."));
        }

        return sites.Select(site => new WebProperty(site, "website")).ToValueList();
    }

    private static bool IsAddress(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && at < text.Length - 3 && text.LastIndexOf('.') > at + 1 && !text.Any(char.IsWhiteSpace);
    }

    private static Loss Lost(string code, string path, string message) =>
        new() { Code = code, Fidelity = Fidelity.Dropped, Path = path, Message = message };

    private PersonalValue? Protect(string owner, PersonalKind kind, string? value) =>
        value is null ? null : personal.Protect(owner, kind, value);
}
