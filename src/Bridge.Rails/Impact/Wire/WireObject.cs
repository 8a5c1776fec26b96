using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bridge.Rails.Impact.Wire;

/// <summary>An object inside another one; "" and [] stand for a missing one, a list of one for the object itself.</summary>
/// <typeparam name="T">The object.</typeparam>
internal sealed class WireObject<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonSerializer.Deserialize(ref reader, type);
            case JsonTokenType.String when string.IsNullOrWhiteSpace(reader.GetString()):
                return null;
            case JsonTokenType.StartArray:
                T? only = null;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    only = only is null ? JsonSerializer.Deserialize(ref reader, type) : throw new JsonException("One object was expected, several came.");
                }

                return only;
            default:
                throw new JsonException("An object was expected, something else came.");
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}
