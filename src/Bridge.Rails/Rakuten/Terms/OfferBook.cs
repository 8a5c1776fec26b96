using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Terms;

/// <summary>
/// Every offer of the program as terms, by GOID. The sheet comes first: there people state what the API does not say (what a
/// threshold counts); the API adds the offers that the sheet does not have.
/// </summary>
internal sealed class OfferBook
{
    private readonly Dictionary<string, OfferTerms> offers = new(StringComparer.Ordinal);

    /// <summary>Number of offers.</summary>
    public int Count => offers.Count;

    /// <summary>Terms of an offer, or null when it is not known.</summary>
    public OfferTerms? Find(string goid) => offers.GetValueOrDefault(goid);

    /// <summary>Reads sheet, lists and API.</summary>
    public static async Task<OfferBook> ReadAsync(RakutenSource source, DateOnly asOf, List<Finding> findings, CancellationToken cancellationToken)
    {
        var book = new OfferBook();
        var sheet = await new OfferSheet(source).ReadAsync(asOf, findings, cancellationToken);
        var lists = new CommissioningLists();
        await lists.ReadFilesAsync(source.Folder, findings, cancellationToken);
        IReadOnlyList<Offer> remote = [];
        if (source.Apis.Offers is { } api)
        {
            remote = await api.OffersAsync(cancellationToken);
            foreach (var (name, values) in await api.ListsAsync(cancellationToken))
            {
                lists.Add(name, values);
            }
        }

        var translator = new TermTranslator(source.Options.Currency, lists);
        foreach (var offer in sheet)
        {
            book.Add(translator.Translate(offer), findings);
        }

        foreach (var offer in remote.Where(offer => !book.offers.ContainsKey(offer.Goid)))
        {
            book.Add(translator.Translate(offer), findings);
        }

        foreach (var offer in remote)
        {
            Compare(offer, sheet.FirstOrDefault(other => other.Goid == offer.Goid), findings);
        }

        Log.OffersRead(source.Logger, source.Options.Connection, book.Count, remote.Count);
        return book;
    }

    private void Add(OfferTerms terms, List<Finding> findings)
    {
        offers.Add(terms.Offer.Goid, terms);
        findings.AddRange(terms.Findings);
    }

    private static void Compare(Offer remote, Offer? sheet, List<Finding> findings)
    {
        if (sheet is null || Facts(remote) == Facts(sheet))
        {
            return;
        }

        findings.Add(TableFindings.Row(
            "BRG-RKT-046",
            Severity.Warning,
            EntityKind.Template,
            sheet.Place,
            remote.Goid,
            $"The offer sheet and the publisher API state different commissions or windows for offer {remote.Number} {remote.Name}; the sheet counts.",
            "Compare both with the dashboard's Offers screen and correct the sheet.",
            remote.Goid));
    }

    /// <summary>What both sources state about money and windows, in one text.</summary>
    private static string Facts(Offer offer) => string.Join(
        ';',
        offer.Rules.OrderBy(rule => rule.Oid, StringComparer.Ordinal)
            .Select(rule => $"{rule.Oid}:{rule.CommissionType}:{string.Join(',', rule.Tiers.Select(tier => FormattableString.Invariant($"{tier.Commission:0.######}@{tier.Threshold ?? 0:0.######}")))}")
            .Append(FormattableString.Invariant($"{offer.ReturnDays}/{offer.UpdateWindow}")));
}
