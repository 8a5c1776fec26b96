using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Promotions;

/// <summary>What shoppers get.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DiscountKind>))]
public enum DiscountKind
{
    /// <summary>A share off.</summary>
    Percent,

    /// <summary>An amount off.</summary>
    Fixed,

    /// <summary>Free shipping.</summary>
    FreeShipping,

    /// <summary>A gift.</summary>
    Gift,

    /// <summary>Something else.</summary>
    Other,
}
