using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>A flag in a wire record: true/false, Y/N, 1/0, "" is null.</summary>
public sealed class LenientFlagConverter : JsonConverter<bool?>
{
    /// <inheritdoc/>
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RailValues.TryFlag(LenientText.Read(ref reader), out var value) ? value : throw new JsonException("The value is neither true nor false.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } some)
        {
            writer.WriteBooleanValue(some);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
