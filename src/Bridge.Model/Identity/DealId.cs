using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A deal, the offer to shoppers that promo codes belong to.</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<DealId>))]
public readonly record struct DealId(string Value) : IRailId<DealId>
{
    /// <inheritdoc />
    public static DealId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
