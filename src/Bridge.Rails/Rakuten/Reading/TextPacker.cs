using System.Buffers.Binary;
using System.Text;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Packs ids: up to fifteen ASCII characters, as SIDs and encrypted ids have, stand in the sixteen bytes themselves with their
/// length behind them; a longer or other text, which no published form has, goes to a table and its place stands for it.
/// </summary>
internal sealed class TextPacker
{
    private const int Longest = 15;
    private const byte InTable = 0xFF;
    private readonly List<string> table = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Packs a text that is not empty; equal texts give equal values.</summary>
    public PackedText Pack(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        if (text.Length <= Longest && Ascii.IsValid(text))
        {
            Encoding.ASCII.GetBytes(text, bytes);
            bytes[Longest] = (byte)text.Length;
        }
        else
        {
            if (!places.TryGetValue(text, out var place))
            {
                places.Add(text, place = table.Count);
                table.Add(text);
            }

            BinaryPrimitives.WriteInt32BigEndian(bytes, place);
            bytes[Longest] = InTable;
        }

        return new PackedText(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
    }

    /// <summary>The text; null for the default value.</summary>
    public string? Unpack(PackedText packed)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, packed.High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], packed.Low);
        return bytes[Longest] switch
        {
            0 => null,
            InTable => table[BinaryPrimitives.ReadInt32BigEndian(bytes)],
            var length => Encoding.ASCII.GetString(bytes[..length]),
        };
    }
}
