using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A promo code record; not the code text.</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<PromoCodeId>))]
public readonly record struct PromoCodeId(string Value) : IRailId<PromoCodeId>
{
    /// <inheritdoc />
    public static PromoCodeId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
