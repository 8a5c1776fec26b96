using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Collections;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>Conversions. Without an id of its own, a conversion is its order and a hash of the values that tell an order from its corrections.</summary>
internal sealed class HouseConversionReader(HouseSource source) : IConversionReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Conversion;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<Conversion>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => source.Reading.ReadAsync<Conversion>(
        (_, head) => source.Files(HouseKind.Conversions, head),
        scope,
        (_, _) => Task.FromResult<RowTranslator<Conversion>>((row, findings) => HouseRows.Read(Entity, row, findings, (cells, _) => Conversion(cells, scope))),
        tail: null,
        cancellationToken);

    private Conversion? Conversion(CellReader cells, ReadScope scope)
    {
        var at = cells.Date("Date", fatal: true);
        if (at is null)
        {
            cells.RequiredText("Date");
            return null;
        }

        if (at < scope.From || at > scope.Until)
        {
            return null;
        }

        var order = cells.Text("Order ID");
        var id = cells.Text("Conversion ID") ?? (order is null ? cells.RequiredText("Conversion ID") : null);
        var currency = HouseWords.Currency(cells, source.Options.Currency);
        var (amount, payout) = (cells.Number("Sale Amount", fatal: true), cells.Number("Commission", fatal: true));
        var status = HouseWords.Word(cells, "Status", amount < 0 || payout < 0 ? ConversionStatus.Correction : ConversionStatus.Unknown);
        var (partner, contract) = (cells.Text("Partner ID"), cells.Text("Contract ID"));
        return new Conversion
        {
            Id = new ConversionId(id ?? $"{order}:{Hash(partner, contract, at.Value, amount, payout)}"),
            Partner = partner is null ? null : new PartnerId(partner),
            OrderId = order,
            OccurredAt = at.Value,
            Status = status,
            Amount = amount is { } sale && currency is { } ofSale ? new Money(sale, ofSale) : null,
            Payout = payout is { } commission && currency is { } ofCommission ? new Money(commission, ofCommission) : null,
            CustomerStatus = cells.Text("Customer Status"),
            PromoCode = cells.Text("Promo Code"),
            ContractReference = contract,
            LinkReference = cells.Text("Link ID"),
            SubIds = HouseWords.Pairs(cells, "Sub IDs").Select(pair => new SubId(pair.Name, pair.Value)).ToValueList(),
        };
    }

    private static string Hash(string? partner, string? contract, DateTimeOffset at, decimal? amount, decimal? payout)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{partner}\u001f{contract}\u001f{at.UtcDateTime:O}\u001f{amount:0.######}\u001f{payout:0.######}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }
}
