using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>Promo codes. A code that two partners claim is two records.</summary>
internal sealed class HousePromoCodeReader(HouseSource source) : IPromoCodeReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.PromoCode;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<PromoCode>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => source.Reading.ReadAsync<PromoCode>(
        (_, head) => source.Files(HouseKind.Codes, head),
        scope,
        (asOf, _) => Task.FromResult<RowTranslator<PromoCode>>((row, findings) => HouseRows.Read(Entity, row, findings, (cells, _) => Code(cells, asOf))),
        tail: null,
        cancellationToken);

    private PromoCode Code(CellReader cells, DateOnly asOf)
    {
        var code = cells.RequiredText("Code");
        var owner = cells.Text("Partner ID");
        var ends = cells.LastDay("End Date");
        var stated = HouseWords.Word(cells, "Status", PromoCodeStatus.Active);
        return new PromoCode
        {
            Id = new PromoCodeId(cells.Text("Code ID") ?? $"{PromoCode.NormalizeCode(code)}|{owner}"),
            Code = code,
            Owner = owner is null ? null : new PartnerId(owner),
            Status = ends < source.Midnight(asOf) ? PromoCodeStatus.Expired : stated,
            Description = cells.Text("Description"),
            Discount = Discount(cells),
            CreditPolicy = cells.Text("Credit Policy"),
            StartsAt = cells.Date("Start Date", fatal: false),
            EndsAt = ends,
        };
    }

    private Discount? Discount(CellReader cells)
    {
        var number = cells.Number("Discount", fatal: false);
        if (cells.Text("Discount Type") is null)
        {
            return null;
        }

        var kind = HouseWords.Word(cells, "Discount Type", DiscountKind.Other);
        return new Discount
        {
            Kind = kind,
            Rate = kind == DiscountKind.Percent && number is { } percent ? Rate.FromPercent(percent) : null,
            Amount = kind == DiscountKind.Fixed && number is { } amount && HouseWords.Currency(cells, source.Options.Currency) is { } currency ? new Money(amount, currency) : null,
        };
    }
}
