using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Drafts of invented partners.</summary>
internal static class TwinDrafts
{
    public static PartnerDraft Partner(IPersonalValues personal, string template, string owner = "acme-rakuten/4711", string name = "Fjord Reviews") => new()
    {
        Name = name,
        Website = "https://www.fjord-reviews.example",
        Contact = new Contact
        {
            FirstName = personal.Protect(owner, PersonalKind.FirstName, $"Ingrid {owner[^1]}"),
            LastName = personal.Protect(owner, PersonalKind.LastName, $"Dahl {owner[^1]}"),
            Email = personal.Protect(owner, PersonalKind.Email, $"ingrid{owner[^1]}@fjord-reviews.example"),
            Phone = personal.Protect(owner, PersonalKind.Phone, $"+49 30 123456{owner[^1]}"),
            PhoneCountry = "DE",
            IsPrimary = true,
        },
        Address = new PostalAddress
        {
            Line1 = personal.Protect(owner, PersonalKind.AddressLine, $"Hafenweg 1{owner[^1]}"),
            City = personal.Protect(owner, PersonalKind.City, $"Berlin {owner[^1]}"),
            PostalCode = personal.Protect(owner, PersonalKind.PostalCode, $"1011{owner[^1]}"),
            Country = "DE",
        },
        PromotionMethod = "CONTENT",
        Currency = Currency.Parse("EUR"),
        Template = TargetRef.Known(template),
        References = [new ExternalReference("impact.value1", "4711"), new ExternalReference("impact.value2", "aB*3xYz-q_1")],
    };
}
