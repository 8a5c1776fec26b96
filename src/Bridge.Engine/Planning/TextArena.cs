using System.Text;
using Bridge.Engine.Snapshots.Segments;

namespace Bridge.Engine.Planning;

/// <summary>Texts one behind the other as UTF-8: a key of eight characters takes nine bytes, as a string of its own forty.</summary>
internal sealed class TextArena
{
    private const int ChunkBits = 16;
    private const int ChunkBytes = 1 << ChunkBits;
    private readonly List<byte[]> chunks = [];
    private int used = ChunkBytes;

    /// <summary>Adds a text.</summary>
    /// <returns>Its place.</returns>
    public int Add(ReadOnlySpan<byte> text)
    {
        var length = Varint.Measure((ulong)text.Length) + text.Length;
        if (used + length > ChunkBytes)
        {
            // A text beyond a chunk, which no rail has for a key, gets a chunk of its own size.
            chunks.Add(new byte[Math.Max(length, ChunkBytes)]);
            used = 0;
        }

        var place = checked(((chunks.Count - 1) << ChunkBits) + used);
        var target = chunks[^1].AsSpan(used);
        text.CopyTo(target[Varint.Write(target, (ulong)text.Length)..]);
        used += length;
        return place;
    }

    /// <summary>Adds a text.</summary>
    /// <returns>Its place.</returns>
    public int Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    /// <summary>The bytes of the text at a place.</summary>
    public ReadOnlySpan<byte> BytesAt(int place)
    {
        var position = place & (ChunkBytes - 1);
        return Varint.ReadField(chunks[place >> ChunkBits], ref position);
    }

    /// <summary>The text at a place.</summary>
    public string TextAt(int place) => Encoding.UTF8.GetString(BytesAt(place));
}
