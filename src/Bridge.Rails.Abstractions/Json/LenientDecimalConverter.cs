using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>A decimal in a wire record: a number or a text, "" is null.</summary>
public sealed class LenientDecimalConverter : JsonConverter<decimal?>
{
    /// <inheritdoc/>
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RailValues.TryDecimal(LenientText.Read(ref reader), out var value) ? value : throw new JsonException("The value is not a number.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } some)
        {
            writer.WriteNumberValue(some);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
