using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of the brand's contact sheet: personal throughout, so it is a class that prints nothing.</summary>
internal sealed class DetailsRow
{
    public required string SiteId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Phone { get; init; }

    public string? PhoneCountry { get; init; }

    public string? Address1 { get; init; }

    public string? Address2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? Country { get; init; }

    public string? PromotionalMethod { get; init; }

    public string? TaxId { get; init; }

    public bool? Unsubscribed { get; init; }

    public static DetailsRow From(CellReader cells) => new()
    {
        SiteId = cells.RequiredId("Site ID"),
        FirstName = cells.Text("First Name"),
        LastName = cells.Text("Last Name"),
        Phone = cells.Text("Phone"),
        PhoneCountry = CountryOf(cells, "Phone Country"),
        Address1 = cells.Text("Address 1"),
        Address2 = cells.Text("Address 2"),
        City = cells.Text("City"),
        State = cells.Text("State"),
        PostalCode = cells.Text("Postal Code"),
        Country = CountryOf(cells, "Country"),
        PromotionalMethod = cells.Text("Promotional Method"),
        TaxId = cells.Text("Tax ID"),
        Unsubscribed = cells.Flag("Unsubscribed") == true ? true : null,
    };

    private static string? CountryOf(CellReader cells, string column)
    {
        var text = cells.Text(column)?.ToUpperInvariant();
        if (text is null || (text.Length == 2 && text.All(char.IsAsciiLetterUpper)))
        {
            return text;
        }

        cells.Add(column, text, fatal: false, "must be an ISO 3166 country of two letters");
        return null;
    }
}
