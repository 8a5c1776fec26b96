using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>A whole number in a wire record: a number or a text, "" is null.</summary>
public sealed class LenientWholeConverter : JsonConverter<long?>
{
    /// <inheritdoc/>
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RailValues.TryWhole(LenientText.Read(ref reader), out var value) ? value : throw new JsonException("The value is not a whole number.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
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
