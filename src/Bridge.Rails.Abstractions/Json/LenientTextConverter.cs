using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>A text or id in a wire record: numbers and flags come as they are written, "" is null, leading zeros stay.</summary>
public sealed class LenientTextConverter : JsonConverter<string?>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LenientText.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } some)
        {
            writer.WriteStringValue(some);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
