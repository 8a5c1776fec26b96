using Bridge.Rails.Abstractions.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenGarbageTests
{
    private static readonly Gen<string> Cells = Gen.Elements(
        "", " ", "0", "7", "2000001", "00012", "12X", "-1", "1,5", "1.234,56", "1,234.56", "999999999999999999999999", "2026-06-30", "30.6.26", "6/30/26", "99/99/99",
        "Total", "Y", "percentage", "active", "\"", "\"\"", "\"a\nb\"", "a\"b", "é", "日本", "a@b.example", "https://x.example/?a=%", "https://click.linksynergy.com/deeplink?id=%zz&murl=%",
        "\t", ";", "\0", "😀", "=1+1", "null");

    private static readonly string[] Headers =
    [
        "publishers-approved.csv|Site ID,Publisher Name,URL,Email,Join Date,Publisher Group,Categories,Status",
        "custom-report.csv|" + RakutenFolder.ReportHeader,
        "offers.csv|" + RakutenFolder.OfferHeader,
        "offer-assignments.csv|Site ID,Offer ID,Start Date,End Date",
        "links.csv|Link ID,Link Name,Link Type,Site ID,Encrypted ID,Offer ID,Click URL,Landing URL,u1,Start Date,End Date,Status",
        "codes.csv|Code,Site ID,Description,Discount Type,Discount,Start Date,End Date,Currency",
        "publisher-details.csv|Site ID,First Name,Last Name,Phone,Phone Country,Address 1,Address 2,City,State,Postal Code,Country,Promotional Method,Tax ID",
    ];

    /// <summary>Every page of every entity balances, and nothing but a rail's own errors comes out, whatever the cells hold.</summary>
    [Fact]
    public void Whatever_the_files_hold_every_row_is_accounted_for()
    {
        var files =
            from header in Gen.Elements(Headers)
            let columns = header.Split('|')[1].Split(',').Length
            from rows in Gen.ListOf(Gen.ListOf(Cells, columns))
            from order in Gen.Elements("auto", "mdy")
            from numbers in Gen.Elements("auto", "1,234.56")
            select (Name: header.Split('|')[0], Text: $"{header.Split('|')[1]}\n{string.Join('\n', rows.Select(row => string.Join(',', row)))}\n", Order: order, Numbers: numbers);
        Prop.ForAll(files.ToArbitrary(), file =>
        {
            using var folder = new RakutenFolder().WriteSmall().Write(file.Name, file.Text);
            ReadAllAsync(folder, file.Order, file.Numbers).GetAwaiter().GetResult();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260630, 7));
    }

    private static async Task ReadAllAsync(RakutenFolder folder, string order, string numbers)
    {
        await using var rail = folder.Open(("dateOrder", order), ("numberFormat", numbers));
        await Pages.OfAsync(rail.Port<IPartnerReader>());
        await Pages.OfAsync(rail.Port<IPartnerGroupReader>());
        await Pages.OfAsync(rail.Port<IContractReader>());
        await Pages.OfAsync(rail.Port<ITrackingLinkReader>());
        await Pages.OfAsync(rail.Port<IPromoCodeReader>());
        await Pages.OfAsync(rail.Port<IConversionReader>());
    }
}
