using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>A conversion (action, transaction, sale).</summary>
/// <param name="Value">The rail's own text.</param>
[JsonConverter(typeof(RailIdConverter<ConversionId>))]
public readonly record struct ConversionId(string Value) : IRailId<ConversionId>
{
    /// <inheritdoc />
    public static ConversionId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
