using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bridge.Model.Identity;

namespace Bridge.Model.Records;

/// <summary>Canonical JSON of a narrow entity (partners, groups, contracts, codes, deals) as record bytes.</summary>
/// <typeparam name="T">The canonical type.</typeparam>
/// <param name="entity">Which entity it is for.</param>
/// <param name="key">Key of a record.</param>
/// <param name="type">JSON contract of the type.</param>
public sealed class JsonRecordCodec<T>(EntityKind entity, Func<T, string> key, JsonTypeInfo<T> type) : IRecordCodec<T>
{
    /// <inheritdoc />
    public EntityKind Entity => entity;

    /// <inheritdoc />
    public int SchemaVersion => 1;

    /// <inheritdoc />
    public string KeyOf(T record) => key(record);

    /// <inheritdoc />
    public byte[] Encode(T record) => JsonSerializer.SerializeToUtf8Bytes(record, type);

    /// <inheritdoc />
    public T Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type) ?? throw new FormatException("A record is null.");
        }
        catch (JsonException error)
        {
            throw new FormatException($"Not a canonical {EntityNames.Of(entity)} record: {error.Message}", error);
        }
    }

    /// <inheritdoc />
    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) => bytes;
}
