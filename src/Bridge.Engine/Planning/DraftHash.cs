using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bridge.Engine.Planning;

/// <summary>Fingerprint of a draft: tells a later plan whether an object that the rail cannot show still is what is wanted.</summary>
public static class DraftHash
{
    /// <summary>SHA-256 of the draft's canonical JSON, lower-case hexadecimal.</summary>
    public static string Of<T>(T draft, JsonTypeInfo<T> type) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft, type)));
}
