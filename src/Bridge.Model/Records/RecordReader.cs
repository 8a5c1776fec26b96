using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Bridge.Model.Money;

namespace Bridge.Model.Records;

/// <summary>Reads the fields that <see cref="RecordWriter"/> wrote, in the same order.</summary>
/// <param name="bytes">One record.</param>
public ref struct RecordReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>Bytes not read yet.</summary>
    public readonly int Remaining => rest.Length;

    /// <summary>Reads a text field; null when absent.</summary>
    public string? Text()
    {
        var field = Field(out var present);
        return present ? Encoding.UTF8.GetString(field) : null;
    }

    /// <summary>Reads a text field that must be present.</summary>
    /// <exception cref="FormatException">The field is absent.</exception>
    public string RequiredText() => Text() ?? throw new FormatException("A required field of a record is absent.");

    /// <summary>Reads the raw bytes of a text field.</summary>
    public ReadOnlySpan<byte> Field(out bool present)
    {
        var length = Varint();
        present = length > 0;
        if (!present)
        {
            return default;
        }

        return Take(checked((int)(length - 1)));
    }

    /// <summary>Reads an unsigned number.</summary>
    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A number in a record is too long.");
    }

    /// <summary>Reads an instant in UTC; null when absent.</summary>
    public DateTimeOffset? Instant()
    {
        var field = Field(out var present);
        return present ? new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(field), TimeSpan.Zero) : null;
    }

    /// <summary>Reads an offset and gives the instant in it.</summary>
    public DateTimeOffset? Offset(DateTimeOffset? instant)
    {
        var minutes = (int)Varint() - 900;
        return instant?.ToOffset(TimeSpan.FromMinutes(minutes));
    }

    /// <summary>Reads an amount; null when absent.</summary>
    public Money.Money? Amount()
    {
        var field = Field(out var present);
        if (!present)
        {
            return null;
        }

        decimal amount = BinaryPrimitives.ReadInt64BigEndian(field);
        for (var scale = field[8]; scale > 0; scale--)
        {
            amount /= 10;
        }

        return new Money.Money(amount, Currency.Parse(Encoding.ASCII.GetString(field[9..12])));
    }

    /// <summary>Reads a decimal.</summary>
    public decimal Number() => decimal.Parse(RequiredText(), NumberStyles.Number, CultureInfo.InvariantCulture);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new FormatException("A record ends in the middle of a field.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
