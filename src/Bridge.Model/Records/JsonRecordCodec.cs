using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bridge.Model.Identity;

namespace Bridge.Model.Records;

/// <summary>Canonical JSON of a narrow entity (partners, groups, contracts, codes, deals) as record bytes.</summary>
/// <typeparam name="T">The canonical type.</typeparam>
/// <param name="entity">Which entity it is for.</param>
/// <param name="key">Key of a record.</param>
/// <param name="type">JSON contract of the type.</param>
/// <param name="utc">The same with every instant in UTC, for comparing.</param>
public sealed class JsonRecordCodec<T>(EntityKind entity, Func<T, string> key, JsonTypeInfo<T> type, JsonTypeInfo<T> utc) : IRecordCodec<T>
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
    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) =>
        MayHoldOffset(bytes) ? JsonSerializer.SerializeToUtf8Bytes(Decode(bytes), utc) : bytes;

    /// <summary>True when a text ends like an instant outside of UTC. Most records hold none and need not be read for comparing.</summary>
    private static bool MayHoldOffset(ReadOnlySpan<byte> bytes)
    {
        const int length = 6;
        for (var quote = bytes.IndexOf((byte)'"'); quote >= 0; quote = bytes.IndexOf((byte)'"'))
        {
            if (quote >= length && bytes[quote - length] is (byte)'+' or (byte)'-' && bytes[quote - 3] == (byte)':'
                && !bytes.Slice(quote - length, length).SequenceEqual("+00:00"u8))
            {
                return true;
            }

            bytes = bytes[(quote + 1)..];
        }

        return false;
    }
}
