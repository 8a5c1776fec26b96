using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Bridge.Model.Records;

/// <summary>
/// Writes the fields of one wide record. Each field is a length plus one as a varint (zero is absent; absent is not empty)
/// and that many bytes. Equal bytes mean equal records.
/// </summary>
public sealed class RecordWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(256);

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> WrittenSpan => buffer.WrittenSpan;

    /// <summary>Forgets the bytes, keeps the buffer.</summary>
    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>Writes a text field; null is absent.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Varint(0);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length + 1);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(length));
        buffer.Advance(length);
    }

    /// <summary>Writes an unsigned number.</summary>
    public void Varint(ulong value)
    {
        var span = buffer.GetSpan(10);
        var count = 0;
        while (value >= 0x80)
        {
            span[count++] = (byte)((value & 0x7F) | 0x80);
            value >>= 7;
        }

        span[count++] = (byte)value;
        buffer.Advance(count);
    }

    /// <summary>Writes an instant as ticks in UTC; null is absent. The offset is written apart, see <see cref="Offset"/>.</summary>
    public void Instant(DateTimeOffset? value)
    {
        if (value is not { } instant)
        {
            Varint(0);
            return;
        }

        Varint(9);
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(8), instant.UtcTicks);
        buffer.Advance(8);
    }

    /// <summary>Writes the offset of an instant in minutes, shifted so that it is never negative.</summary>
    public void Offset(DateTimeOffset? value) => Varint((ulong)((value?.Offset.TotalMinutes ?? 0) + 900));

    /// <summary>Writes an amount as unscaled integer, scale and currency; null is absent.</summary>
    /// <exception cref="OverflowException">The amount has more than 18 digits.</exception>
    public void Amount(Money.Money? value)
    {
        if (value is not { } money)
        {
            Varint(0);
            return;
        }

        var amount = money.Amount;
        byte scale = 0;
        while (scale < 12 && amount != decimal.Truncate(amount))
        {
            amount *= 10;
            scale++;
        }

        Varint(13);
        var span = buffer.GetSpan(12);
        BinaryPrimitives.WriteInt64BigEndian(span, decimal.ToInt64(amount));
        span[8] = scale;
        Encoding.ASCII.GetBytes(money.Currency.Code, span[9..]);
        buffer.Advance(12);
    }

    /// <summary>Writes a decimal as its shortest text.</summary>
    public void Number(decimal value) => Text(Json.CanonicalDecimalConverter.Format(value));
}
