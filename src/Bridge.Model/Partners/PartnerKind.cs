using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Partners;

/// <summary>What a partner does for a living.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PartnerKind>))]
public enum PartnerKind
{
    /// <summary>The rail does not say.</summary>
    Unknown,

    /// <summary>Editorial site or blog.</summary>
    Content,

    /// <summary>Coupon or deal site.</summary>
    Coupon,

    /// <summary>Cashback or loyalty site.</summary>
    Cashback,

    /// <summary>Creator on social media.</summary>
    Influencer,

    /// <summary>E-mail or newsletter publisher.</summary>
    Email,

    /// <summary>Network that brings its own sub-publishers.</summary>
    SubNetwork,

    /// <summary>Technology partner.</summary>
    Technology,

    /// <summary>Search or comparison.</summary>
    Search,

    /// <summary>B2B referral partner.</summary>
    Referral,

    /// <summary>Something else.</summary>
    Other,
}
