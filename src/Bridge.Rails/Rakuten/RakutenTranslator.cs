using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Partners;

namespace Bridge.Rails.Rakuten;

/// <summary>Rakuten's words as canonical ones. A word that is not in a published list becomes "unknown", never a guess.</summary>
internal static class RakutenTranslator
{
    /// <summary>Partnership states (reference of the rail, section 5.1) and the names of the three exports.</summary>
    public static PartnerStatus PartnerStatus(string? word) => Word(word) switch
    {
        "active" or "approved" => Model.Partners.PartnerStatus.Active,
        "pending" or "applied" => Model.Partners.PartnerStatus.Pending,
        "extended" => Model.Partners.PartnerStatus.Extended,
        "temp-decline" or "declined" => Model.Partners.PartnerStatus.Declined,
        "permanent-decline" => Model.Partners.PartnerStatus.DeclinedForGood,
        "temp-remove" or "removed" => Model.Partners.PartnerStatus.Removed,
        "permanent-remove" => Model.Partners.PartnerStatus.RemovedForGood,
        "self-removed" => Model.Partners.PartnerStatus.Left,
        _ => Model.Partners.PartnerStatus.Unknown,
    };

    /// <summary>Offer states. An available offer is one that the publisher may take up.</summary>
    public static ContractStatus OfferStatus(string? word) => Word(word) switch
    {
        "active" => ContractStatus.Active,
        "available" => ContractStatus.Pending,
        "upcoming" => ContractStatus.Upcoming,
        "ended" or "expired" => ContractStatus.Expired,
        _ => ContractStatus.Unknown,
    };

    /// <summary>Transaction fields of dynamic rules; about thirty exist, the list is not published.</summary>
    public static ScopeField Field(string name) => Word(name) switch
    {
        "sku" or "product" or "product-sku" or "sku-number" => ScopeField.Product,
        "category" or "product-category" => ScopeField.Category,
        "brand" => ScopeField.Brand,
        "customer-status" => ScopeField.CustomerStatus,
        "country" or "customer-country" => ScopeField.CustomerCountry,
        "coupon" or "coupon-code" or "promo-code" => ScopeField.Coupon,
        "publisher-audience" or "audience" => ScopeField.SubPartner,
        "device" or "browser" => ScopeField.Device,
        _ => ScopeField.Other,
    };

    /// <summary>Operators; null for one that is not known.</summary>
    public static ScopeOperator? Operator(string? name) => Word(name) switch
    {
        "is" or "equals" or "in" => ScopeOperator.Is,
        "is-not" or "not-equals" or "not-in" => ScopeOperator.IsNot,
        "contains" => ScopeOperator.Contains,
        _ => null,
    };

    /// <summary>What thresholds count; undeclared when nobody filled it in, null for a word that is not known.</summary>
    public static TierBasis? Basis(string? name) => Word(name) switch
    {
        "" => TierBasis.Undeclared,
        "order-value" => TierBasis.OrderValue,
        "period-revenue" => TierBasis.PeriodRevenue,
        "period-count" => TierBasis.PeriodCount,
        _ => null,
    };

    /// <summary>Period of a threshold; null when nobody filled it in or the word is not known.</summary>
    public static TermPeriod? Period(string? name) => Word(name) switch
    {
        "day" => TermPeriod.Day,
        "week" => TermPeriod.Week,
        "month" => TermPeriod.Month,
        "quarter" => TermPeriod.Quarter,
        "year" => TermPeriod.Year,
        "lifetime" => TermPeriod.Lifetime,
        _ => null,
    };

    /// <summary>Link states.</summary>
    public static LinkStatus LinkStatus(string? word) => Word(word) switch
    {
        "active" => Model.Links.LinkStatus.Active,
        "expired" or "ended" or "inactive" => Model.Links.LinkStatus.Expired,
        _ => Model.Links.LinkStatus.Unknown,
    };

    /// <summary>Lower case, with one hyphen for blanks and underscores between words.</summary>
    public static string Word(string? text) => string.Join('-', (text ?? "").ToLowerInvariant().Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries));
}
