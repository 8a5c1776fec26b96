using System.Globalization;
using Bridge.Engine.Reporting.Renderers;

namespace Bridge.Engine.Brands;

/// <summary>Partners of a brand as CSV: one row for each participation and currency.</summary>
public static class BrandPartnersCsv
{
    private static readonly string[] Columns =
        ["partner", "name", "kind", "program", "source", "target", "status", "currency", "orders", "sales", "commission", "subPublishers", "subPublisherOrders"];

    /// <summary>Writes them as they come.</summary>
    /// <param name="partners">Partners.</param>
    /// <param name="output">Where to write; stays open.</param>
    /// <param name="seen">Told each partner once it is written.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(IAsyncEnumerable<BrandPartner> partners, Stream output, Action<BrandPartner> seen, CancellationToken cancellationToken)
    {
        await using var rows = new CsvRows(output, Columns, "partner", "orders", "sales", "commission", "subPublishers", "subPublisherOrders");
        var number = 0;
        await foreach (var partner in partners.WithCancellation(cancellationToken))
        {
            number++;
            foreach (var part in partner.Participations)
            {
                foreach (var totals in part.Totals.Cast<ParticipationTotals?>().DefaultIfEmpty(null))
                {
                    await rows.WriteAsync(
                        cancellationToken,
                        Text(number),
                        partner.Name,
                        partner.Kind.ToString(),
                        part.Program,
                        part.Source,
                        part.Target,
                        part.Status.ToString(),
                        totals?.Currency.Code,
                        Text(totals?.Orders ?? 0),
                        Text(totals?.Sales ?? 0),
                        Text(totals?.Commission ?? 0),
                        Text(part.SubPublishers),
                        Text(part.SubPublisherOrders));
                }
            }

            seen(partner);
        }
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
