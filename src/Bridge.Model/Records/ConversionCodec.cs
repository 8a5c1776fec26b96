using Bridge.Model.Collections;
using Bridge.Model.Conversions;
using Bridge.Model.Identity;

namespace Bridge.Model.Records;

/// <summary>
/// Record bytes of a conversion: compared length, then id, partner, order id, instant, state, amount, payout, customer
/// status, promo code, contract reference, sub-ids, items, touches, then link and event type as far as they are known; behind the
/// compared part the offsets of the instants. Records of layout 1 name no link, those of layout 2 no event type; both are read as they are.
/// </summary>
public sealed class ConversionCodec : IRecordCodec<Conversion>
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.Conversion;

    /// <inheritdoc />
    public int SchemaVersion => 3;

    /// <inheritdoc />
    public string KeyOf(Conversion record) => record.Id.Value;

    /// <inheritdoc />
    public byte[] Encode(Conversion record)
    {
        var writer = new RecordWriter();
        writer.Text(record.Id.Value);
        writer.Text(record.Partner?.Value);
        writer.Text(record.OrderId);
        writer.Instant(record.OccurredAt);
        writer.Varint((ulong)record.Status);
        writer.Amount(record.Amount);
        writer.Amount(record.Payout);
        writer.Text(record.CustomerStatus);
        writer.Text(record.PromoCode);
        writer.Text(record.ContractReference);
        RecordParts.Write(writer, record.SubIds);
        writer.Varint((ulong)record.Items.Count);
        foreach (var item in record.Items)
        {
            writer.Text(item.Sku);
            writer.Text(item.Category);
            writer.Number(item.Quantity);
            writer.Amount(item.Amount);
        }

        writer.Varint((ulong)record.Touches.Count);
        foreach (var touch in record.Touches)
        {
            writer.Text(touch.Partner.Value);
            writer.Text(touch.Role);
            writer.Instant(touch.At);
            writer.Varint(touch.Registered ? 1u : 0u);
        }

        if (record.LinkReference is not null || record.EventType is not null)
        {
            writer.Text(record.LinkReference);
        }

        if (record.EventType is not null)
        {
            writer.Text(record.EventType);
        }

        return RecordParts.Frame(writer, tail =>
        {
            tail.Offset(record.OccurredAt);
            foreach (var touch in record.Touches)
            {
                tail.Offset(touch.At);
            }
        });
    }

    /// <inheritdoc />
    public Conversion Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = RecordParts.Open(bytes, out var tail);
        return new Conversion
        {
            Id = new ConversionId(reader.RequiredText()),
            Partner = reader.Text() is { } partner ? new PartnerId(partner) : null,
            OrderId = reader.Text(),
            OccurredAt = tail.Offset(reader.Instant()) ?? throw new FormatException("A conversion has no instant."),
            Status = (ConversionStatus)reader.Varint(),
            Amount = reader.Amount(),
            Payout = reader.Amount(),
            CustomerStatus = reader.Text(),
            PromoCode = reader.Text(),
            ContractReference = reader.Text(),
            SubIds = RecordParts.ReadSubIds(ref reader),
            Items = ReadItems(ref reader),
            Touches = ReadTouches(ref reader, ref tail),
            LinkReference = reader.Remaining > 0 ? reader.Text() : null,
            EventType = reader.Remaining > 0 ? reader.Text() : null,
        };
    }

    /// <inheritdoc />
    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) => RecordParts.Compared(bytes);

    private static ValueList<ConversionItem> ReadItems(ref RecordReader reader)
    {
        var items = new ConversionItem[checked((int)reader.Varint())];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = new ConversionItem
            {
                Sku = reader.Text(),
                Category = reader.Text(),
                Quantity = reader.Number(),
                Amount = reader.Amount(),
            };
        }

        return ValueList.Create<ConversionItem>(items);
    }

    private static ValueList<Touch> ReadTouches(ref RecordReader reader, ref RecordReader tail)
    {
        var touches = new Touch[checked((int)reader.Varint())];
        for (var index = 0; index < touches.Length; index++)
        {
            touches[index] = new Touch
            {
                Partner = new PartnerId(reader.RequiredText()),
                Role = reader.Text(),
                At = tail.Offset(reader.Instant()),
                Registered = reader.Varint() == 1,
            };
        }

        return ValueList.Create<Touch>(touches);
    }
}
