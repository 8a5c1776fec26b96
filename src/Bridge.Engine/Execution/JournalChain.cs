using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Bridge.Engine.Execution;

/// <summary>
/// How journal records are chained. The hash is SHA-256 over five lines: sequence, epoch, time (UTC, seven decimals, Z), the
/// previous hash in lower-case hexadecimal, and the record's canonical JSON (UTF-8, no closing line feed). Anybody can check a
/// journal with these words alone.
/// </summary>
public static class JournalChain
{
    /// <summary>Form of a record's time.</summary>
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    private const int HeadSize = 256;

    /// <summary>The hash before the first record: 64 zeros.</summary>
    public static string Origin { get; } = new('0', 64);

    /// <summary>The canonical JSON of a record.</summary>
    public static string Canonical(JournalRecord record) => JsonSerializer.Serialize(record, JournalJson.Default.JournalRecord);

    /// <summary>Reads what <see cref="Canonical"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not a journal record.</exception>
    public static JournalRecord Parse(ReadOnlySpan<byte> canonical) =>
        JsonSerializer.Deserialize(canonical, JournalJson.Default.JournalRecord) ?? throw new JsonException("The journal record is null.");

    /// <summary>The text form of a time.</summary>
    public static string TimeText(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Numbers, dates and chains a record.</summary>
    public static JournalEntry Seal(long sequence, OwnerEpoch epoch, DateTimeOffset at, string previousHash, JournalRecord record) =>
        new(sequence, epoch, at.ToUniversalTime(), record, previousHash, Hash(sequence, epoch, TimeText(at), previousHash, Encoding.UTF8.GetBytes(Canonical(record))));

    /// <summary>The hash of a record, lower-case hexadecimal.</summary>
    public static string Hash(long sequence, OwnerEpoch epoch, string timeText, string previousHash, ReadOnlySpan<byte> canonical)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(HeadSize + canonical.Length);
        try
        {
            if (!Utf8.TryWrite(buffer.AsSpan(0, HeadSize), CultureInfo.InvariantCulture, $"{sequence}\n{epoch.Value}\n{timeText}\n{previousHash}\n", out var length))
            {
                throw new ArgumentException("The time or the previous hash is too long to be one.", nameof(previousHash));
            }

            canonical.CopyTo(buffer.AsSpan(length));
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, length + canonical.Length), digest);
            return Convert.ToHexStringLower(digest);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
