using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Promotions;

/// <summary>State of a promo code.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PromoCodeStatus>))]
public enum PromoCodeStatus
{
    /// <summary>Can be redeemed and credits its owner.</summary>
    Active,

    /// <summary>Has ended.</summary>
    Expired,

    /// <summary>The rail does not say.</summary>
    Unknown,
}
