using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Contracts;

/// <summary>What a scope condition looks at.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScopeField>))]
public enum ScopeField
{
    /// <summary>SKU of an item.</summary>
    Product,

    /// <summary>Category of an item.</summary>
    Category,

    /// <summary>Brand of an item.</summary>
    Brand,

    /// <summary>New, returning and the like.</summary>
    CustomerStatus,

    /// <summary>Country of the customer.</summary>
    CustomerCountry,

    /// <summary>Promo code of the order.</summary>
    Coupon,

    /// <summary>Sub-publisher of a sub-network.</summary>
    SubPartner,

    /// <summary>Browser or device.</summary>
    Device,

    /// <summary>Subscription plan or billing interval.</summary>
    Plan,

    /// <summary>Something else: see the native field.</summary>
    Other,
}
