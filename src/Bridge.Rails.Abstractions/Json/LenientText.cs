using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Bridge.Rails.Abstractions.Json;

/// <summary>The text of a JSON scalar as it is written; the base of the converters.</summary>
internal static class LenientText
{
    internal static string? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                var text = reader.GetString();
                return text is { Length: > 0 } ? text : null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
            case JsonTokenType.True:
                return "true";
            case JsonTokenType.False:
                return "false";
            default:
                throw new JsonException("An object or list stands where one value is promised.");
        }
    }
}
