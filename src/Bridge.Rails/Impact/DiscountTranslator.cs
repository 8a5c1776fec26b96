using Bridge.Model.Json;
using Bridge.Model.Money;
using Bridge.Model.Promotions;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact;

/// <summary>What shoppers get, as a deal says it, both ways. Ranges, maxima, rebates and buy-one-get-one are <see cref="DiscountKind.Other"/>.</summary>
internal static class DiscountTranslator
{
    public static Discount? Read(string? dealType, string? discountType, decimal? percent, decimal? amount, string? currencyCode, LossLog losses)
    {
        switch (dealType?.ToUpperInvariant(), discountType?.ToUpperInvariant())
        {
            case (null, null):
                return null;
            case ("FREE_SHIPPING", _):
                return new Discount { Kind = DiscountKind.FreeShipping };
            case ("GIFT_WITH_PURCHASE", _):
                return new Discount { Kind = DiscountKind.Gift };
            case (_, "PERCENT") when percent is { } number:
                return new Discount { Kind = DiscountKind.Percent, Rate = Rate.FromPercent(number) };
            case (_, "FIXED") when amount is { } flat && Currency.TryParse(currencyCode, out var currency):
                return new Discount { Kind = DiscountKind.Fixed, Amount = new Money(flat, currency) };
            default:
                losses.Degraded("DiscountNotHeld", "discount", $"A deal of type '{dealType}' with the discount '{discountType}' is held without its figures.");
                return new Discount { Kind = DiscountKind.Other };
        }
    }

    /// <summary>Parameters of a deal that gives a discount.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Write(Discount? discount)
    {
        yield return new("Type", discount?.Kind switch
        {
            DiscountKind.FreeShipping => "FREE_SHIPPING",
            DiscountKind.Gift => "GIFT_WITH_PURCHASE",
            _ => "GENERAL_SALE",
        });
        switch (discount)
        {
            case { Kind: DiscountKind.Percent, Rate: { } rate }:
                yield return new("DiscountType", "PERCENT");
                yield return new("DiscountPercent", CanonicalDecimalConverter.Format(rate.ToPercent()));
                break;
            case { Kind: DiscountKind.Fixed, Amount: { } amount }:
                yield return new("DiscountType", "FIXED");
                yield return new("DiscountAmount", CanonicalDecimalConverter.Format(amount.Amount));
                yield return new("DiscountCurrency", amount.Currency.Code);
                break;
            case { Kind: DiscountKind.Gift }:
                yield return new("Gift", "Gift");
                break;
        }
    }

    public static Discount? Read(WirePromoCode code, LossLog losses) =>
        Read(code.DealType, code.DiscountType, code.DiscountPercent, code.DiscountAmount, code.DiscountCurrency, losses);

    public static Discount? Read(WireDeal deal, LossLog losses) =>
        Read(deal.Type, deal.DiscountType, deal.DiscountPercent, deal.DiscountAmount, deal.DiscountCurrency, losses);
}
