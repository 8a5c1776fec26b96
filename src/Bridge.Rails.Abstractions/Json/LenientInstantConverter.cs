using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>An instant in a wire record, in one of the forms of <see cref="RailValues.TryInstant"/>; without an offset it is read as UTC and says so. "" is null.</summary>
public sealed class LenientInstantConverter : JsonConverter<RailInstant?>
{
    /// <inheritdoc/>
    public override RailInstant? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RailValues.TryInstant(LenientText.Read(ref reader), TimeSpan.Zero, out var value) ? value : throw new JsonException("The value is not a date or time.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RailInstant? value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } some)
        {
            writer.WriteStringValue(some.Value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
