using AutoMapper;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>Promo codes, from the brand's own list. A code that two publishers claim is two records.</summary>
internal sealed class RakutenPromoCodeReader(RakutenSource source, TableReading reading, IMapper mapper) : IPromoCodeReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.PromoCode;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<PromoCode>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => reading.ReadAsync(
        (asOf, head) => source.Files([ExportKind.Codes], asOf, head),
        scope,
        (asOf, _) => Task.FromResult<RowTranslator<PromoCode>>((row, findings) => Read(row, asOf, findings)),
        tail: null,
        cancellationToken);

    private RowOutcome<PromoCode> Read(TableRow row, DateOnly asOf, List<Finding> findings)
    {
        if (TableReading.Refuse<PromoCode>(Entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var code = CodeRow.From(cells);
        var discount = Discount(code, cells);
        if (TableReading.Refuse<PromoCode>(Entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        var midnight = source.Options.Forms.StartOf(asOf);
        var record = mapper.Map<PromoCode>(code) with
        {
            Discount = discount,
            Status = code.EndDate < midnight ? PromoCodeStatus.Expired : PromoCodeStatus.Active,
        };
        return RowOutcome<PromoCode>.Of(new Read<PromoCode>(record, row.RawHash(), [.. TableReading.Losses(cells)]));
    }

    private Discount? Discount(CodeRow code, CellReader cells)
    {
        switch (RakutenTranslator.Word(code.DiscountType))
        {
            case "":
                return null;
            case "percent" or "percentage":
                return code.Discount is { } percent
                    ? new Discount { Kind = DiscountKind.Percent, Rate = Rate.FromPercent(percent) }
                    : new Discount { Kind = DiscountKind.Percent };
            case "fixed" or "amount":
                return new Discount { Kind = DiscountKind.Fixed, Amount = Amount(code, cells) };
            case "free-shipping":
                return new Discount { Kind = DiscountKind.FreeShipping };
            case "gift":
                return new Discount { Kind = DiscountKind.Gift };
            default:
                cells.Add("Discount Type", code.DiscountType!, fatal: false, "must be percent, fixed, free shipping or gift");
                return new Discount { Kind = DiscountKind.Other };
        }
    }

    private Money? Amount(CodeRow code, CellReader cells)
    {
        var currency = source.Options.Currency;
        if (code.Currency is not null && !Currency.TryParse(code.Currency, out currency))
        {
            cells.Add("Currency", code.Currency, fatal: false, "must be an ISO 4217 code");
            return null;
        }

        return code.Discount is { } amount ? new Money(amount, currency) : null;
    }
}
