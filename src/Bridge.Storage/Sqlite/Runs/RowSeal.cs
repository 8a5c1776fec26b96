using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>
/// Checksum of a row: the first 8 bytes of SHA-256 over the table's name and the row's values with types and lengths. SQLite
/// itself does not notice a flipped byte inside a value, nor a row edited by hand; a wrong id map row would make a rollback
/// touch the wrong object.
/// </summary>
internal static class RowSeal
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    /// <summary>The checksum of a row.</summary>
    /// <param name="table">Table.</param>
    /// <param name="values">Values as SQLite gives them: long, string, byte[] or DBNull.</param>
    public static long Of(string table, ReadOnlySpan<object> values)
    {
        var bytes = scratch ??= new(512);
        bytes.ResetWrittenCount();
        Add(bytes, table);
        foreach (var value in values)
        {
            Add(bytes, value);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, digest);
        return BinaryPrimitives.ReadInt64LittleEndian(digest);
    }

    private static void Add(ArrayBufferWriter<byte> bytes, object value)
    {
        switch (value)
        {
            case string text:
                Head(bytes, 2, Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, bytes);
                break;
            case long number:
                Head(bytes, 1, number);
                break;
            case byte[] blob:
                Head(bytes, 3, blob.Length);
                bytes.Write(blob);
                break;
            case DBNull:
                Head(bytes, 0, 0);
                break;
            default:
                // A type that is never written: the seal will not match.
                Head(bytes, 9, 0);
                break;
        }
    }

    private static void Head(ArrayBufferWriter<byte> bytes, byte type, long number)
    {
        var span = bytes.GetSpan(9);
        span[0] = type;
        BinaryPrimitives.WriteInt64LittleEndian(span[1..], number);
        bytes.Advance(9);
    }
}
