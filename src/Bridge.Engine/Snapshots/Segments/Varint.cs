namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Unsigned numbers of one to ten bytes, seven bits each, the lowest first.</summary>
internal static class Varint
{
    public const int MaxBytes = 10;

    public static int Write(Span<byte> target, ulong value)
    {
        var count = 0;
        while (value >= 0x80)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count++] = (byte)value;
        return count;
    }

    public static int Measure(ulong value)
    {
        var count = 1;
        while (value >= 0x80)
        {
            value >>= 7;
            count++;
        }

        return count;
    }

    /// <summary>Reads a number and moves behind it.</summary>
    /// <exception cref="FormatException">The bytes end first or the number is too long.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, scoped ref int position)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && position < bytes.Length; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A number is cut off.");
    }

    /// <summary>Reads a length and the bytes it announces, and moves behind them.</summary>
    public static ReadOnlySpan<byte> ReadField(ReadOnlySpan<byte> bytes, scoped ref int position)
    {
        var length = Read(bytes, ref position);
        if (length > (ulong)(bytes.Length - position))
        {
            throw new FormatException("A field is longer than what is left.");
        }

        var field = bytes.Slice(position, (int)length);
        position += (int)length;
        return field;
    }
}
