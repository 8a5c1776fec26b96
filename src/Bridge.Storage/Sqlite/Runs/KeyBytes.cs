using System.Text;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>
/// Keys as bytes that sort as <see cref="Engine.Snapshots.KeyOrder"/> does, in which everybody streams records. It is UTF-8 but
/// for the halves of characters beyond U+FFFF, which are written one by one behind a lead byte above all others: so any
/// string comes back, one with half a character included.
/// </summary>
internal static class KeyBytes
{
    private const byte HalfLead = 0xF0;

    /// <summary>The bytes of a key.</summary>
    public static byte[] Encode(string key)
    {
        if (Ascii.IsValid(key))
        {
            return Encoding.ASCII.GetBytes(key);
        }

        var bytes = new List<byte>(key.Length * 3);
        foreach (var unit in key)
        {
            if (unit < 0x80)
            {
                bytes.Add((byte)unit);
            }
            else if (unit < 0x800)
            {
                bytes.Add((byte)(0xC0 | (unit >> 6)));
                bytes.Add((byte)(0x80 | (unit & 0x3F)));
            }
            else
            {
                bytes.Add(char.IsSurrogate(unit) ? HalfLead : (byte)(0xE0 | (unit >> 12)));
                bytes.Add((byte)(0x80 | ((unit >> 6) & 0x3F)));
                bytes.Add((byte)(0x80 | (unit & 0x3F)));
            }
        }

        return [.. bytes];
    }

    /// <summary>The key of bytes that <see cref="Encode"/> made.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var first = bytes[at];
            var length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
            text.Append(length switch
            {
                1 => (char)first,
                2 => (char)(((first & 0x1F) << 6) | (bytes[at + 1] & 0x3F)),
                _ => (char)(((first == HalfLead ? 0xD : first & 0x0F) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)),
            });
            at += length;
        }

        return text.ToString();
    }
}
