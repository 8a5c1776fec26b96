using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Model.Identity;

/// <summary>Writes a typed id as a plain JSON string.</summary>
/// <typeparam name="TId">The id type.</typeparam>
public sealed class RailIdConverter<TId> : JsonConverter<TId>
    where TId : struct, IRailId<TId>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetString() ?? throw new JsonException("An id must not be null."));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
