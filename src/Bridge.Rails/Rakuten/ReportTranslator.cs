using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Collections;
using Bridge.Model.Conversions;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Json;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten;

/// <summary>
/// Report rows as conversions. The report has no row id: the id is the order id and a hash over the values that tell an order
/// from its corrections, so the same row in two overlapping reports is one conversion, however each report writes its numbers.
/// </summary>
internal static class ReportTranslator
{
    /// <summary>A totals row: it names a sum, or no publisher and no order.</summary>
    public static bool IsTotal(TableRow row) =>
        row.IsTotal() || (row.Damage() is null && row.Text("Publisher ID").Length == 0 && row.Text("Order ID").Length == 0);

    /// <summary>One conversion of a row that has an order and a date.</summary>
    public static Conversion Translate(ReportRow row, Currency currency, ICollection<Loss> losses)
    {
        if (row.GrossCommissions is { } gross && gross != row.TotalCommissions)
        {
            losses.Add(new Loss
            {
                Code = "GrossCommission",
                Fidelity = Fidelity.Dropped,
                Path = "payout",
                Message = "Gross and total commissions differ; the conversion holds the total, the raw row both.",
            });
        }

        return new Conversion
        {
            Id = new ConversionId($"{row.OrderId}:{Hash(row)}"),
            Partner = new PartnerId(row.PublisherId),
            OrderId = row.OrderId,
            OccurredAt = row.TransactionDate ?? throw new InvalidOperationException("A report row without a date is no conversion."),
            Status = row.Sales < 0 || row.TotalCommissions < 0 ? ConversionStatus.Correction : ConversionStatus.Unknown,
            Amount = new Money(row.Sales, currency),
            Payout = new Money(row.TotalCommissions, currency),
            ContractReference = row.OfferId,
            LinkReference = row.LinkId,
            SubIds = row.SubPublisherId is { } sub ? [new SubId("subPublisher", sub)] : ValueList<SubId>.Empty,
        };
    }

    private static string Hash(ReportRow row)
    {
        var text = string.Join(
            '\u001f',
            row.PublisherId,
            row.SubPublisherId,
            row.OfferId,
            row.LinkId,
            row.TransactionDate?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            CanonicalDecimalConverter.Format(row.Orders),
            CanonicalDecimalConverter.Format(row.Sales),
            CanonicalDecimalConverter.Format(row.GrossCommissions ?? row.TotalCommissions),
            CanonicalDecimalConverter.Format(row.TotalCommissions));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
