using Bridge.Model.Identity;
using Bridge.Model.Links;

namespace Bridge.Model.Records;

/// <summary>
/// Record bytes of a tracking link: compared length, then id, partner, kind, status, name, URL, destination, vanity path,
/// creative, sub-ids, start, end; behind the compared part the offsets of start and end.
/// </summary>
public sealed class TrackingLinkCodec : IRecordCodec<TrackingLink>
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.TrackingLink;

    /// <inheritdoc />
    public int SchemaVersion => 1;

    /// <inheritdoc />
    public string KeyOf(TrackingLink record) => record.Id.Value;

    /// <inheritdoc />
    public byte[] Encode(TrackingLink record)
    {
        var writer = new RecordWriter();
        writer.Text(record.Id.Value);
        writer.Text(record.Partner.Value);
        writer.Varint((ulong)record.Kind);
        writer.Varint((ulong)record.Status);
        writer.Text(record.Name);
        writer.Text(record.TrackingUrl);
        writer.Text(record.Destination);
        writer.Text(record.VanityPath);
        writer.Text(record.CreativeId);
        RecordParts.Write(writer, record.SubIds);
        writer.Instant(record.StartsAt);
        writer.Instant(record.EndsAt);
        return RecordParts.Frame(writer, tail =>
        {
            tail.Offset(record.StartsAt);
            tail.Offset(record.EndsAt);
        });
    }

    /// <inheritdoc />
    public TrackingLink Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = RecordParts.Open(bytes, out var tail);
        return new TrackingLink
        {
            Id = new TrackingLinkId(reader.RequiredText()),
            Partner = new PartnerId(reader.RequiredText()),
            Kind = (LinkKind)reader.Varint(),
            Status = (LinkStatus)reader.Varint(),
            Name = reader.Text(),
            TrackingUrl = reader.RequiredText(),
            Destination = reader.Text(),
            VanityPath = reader.Text(),
            CreativeId = reader.Text(),
            SubIds = RecordParts.ReadSubIds(ref reader),
            StartsAt = tail.Offset(reader.Instant()),
            EndsAt = tail.Offset(reader.Instant()),
        };
    }

    /// <inheritdoc />
    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) => RecordParts.Compared(bytes);
}
