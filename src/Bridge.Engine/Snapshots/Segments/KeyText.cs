using System.Text;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Compares a key as text with a key as bytes without making a text of the bytes.</summary>
internal static class KeyText
{
    public static bool Equal(string key, ReadOnlySpan<byte> bytes)
    {
        if (Encoding.UTF8.GetByteCount(key) != bytes.Length)
        {
            return false;
        }

        Span<byte> buffer = bytes.Length <= 256 ? stackalloc byte[256] : new byte[bytes.Length];
        return buffer[..Encoding.UTF8.GetBytes(key, buffer)].SequenceEqual(bytes);
    }
}
