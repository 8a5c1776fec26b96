using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Identity;

/// <summary>The kinds of object that a migration reads and writes, in the order in which they depend on each other.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EntityKind>))]
public enum EntityKind
{
    /// <summary>A brand's program.</summary>
    Program,

    /// <summary>A group of partners.</summary>
    PartnerGroup,

    /// <summary>Template terms that contracts are made from; kept by people in a portal where a rail has no API for them.</summary>
    Template,

    /// <summary>A partner.</summary>
    Partner,

    /// <summary>A contract with its commission terms.</summary>
    Contract,

    /// <summary>A deal that promo codes belong to.</summary>
    Deal,

    /// <summary>A tracking link. Wide: rests as record bytes.</summary>
    TrackingLink,

    /// <summary>A promo code.</summary>
    PromoCode,

    /// <summary>A conversion. Wide: rests as record bytes; read for parity, never moved.</summary>
    Conversion,
}
