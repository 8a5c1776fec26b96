using System.Buffers;
using System.Text;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// The hash of a raw row in an entry: 16 bytes behind the mark 1 when it is the usual 32 lower-case hexadecimal characters,
/// else its text behind the mark 0.
/// </summary>
internal static class RawHashField
{
    private const byte Text = 0;
    private const byte Binary = 1;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    public static byte[] Encode(string rawHash)
    {
        if (rawHash.Length == 32 && rawHash.AsSpan().IndexOfAnyExcept(HexDigits) < 0)
        {
            var field = new byte[17];
            field[0] = Binary;
            Convert.FromHexString(rawHash, field.AsSpan(1), out _, out _);
            return field;
        }

        return [Text, .. Encoding.UTF8.GetBytes(rawHash)];
    }

    public static string Decode(ReadOnlySpan<byte> field) => field switch
    {
        [] => "",
        [Binary, .. var bytes] => Convert.ToHexStringLower(bytes),
        [_, .. var text] => Encoding.UTF8.GetString(text),
    };
}
