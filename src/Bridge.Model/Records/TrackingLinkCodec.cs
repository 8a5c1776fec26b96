using Bridge.Model.Identity;
using Bridge.Model.Links;

namespace Bridge.Model.Records;

/// <summary>
/// Record bytes of a tracking link: compared length, then id, partner, kind, status, name, URL, destination, vanity path,
/// creative, sub-ids, start, end, then evidence and reference unless the URL was observed under the link's own id; behind the
/// compared part the offsets of start and end, then where and when it was seen, if that is known. Records of layout 1 have none
/// of the optional fields and are read as they are.
/// </summary>
public sealed class TrackingLinkCodec : IRecordCodec<TrackingLink>
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.TrackingLink;

    /// <inheritdoc />
    public int SchemaVersion => 2;

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
        if (record.Evidence != LinkEvidence.Observed || record.Reference is not null)
        {
            writer.Varint((ulong)record.Evidence);
            writer.Text(record.Reference);
        }

        return RecordParts.Frame(writer, tail =>
        {
            tail.Offset(record.StartsAt);
            tail.Offset(record.EndsAt);
            if (record.SeenIn is not null || record.SeenOn is not null || record.SeenAt is not null)
            {
                tail.Text(record.SeenIn);
                tail.Text(record.SeenOn);
                tail.Instant(record.SeenAt);
                tail.Offset(record.SeenAt);
            }
        });
    }

    /// <inheritdoc />
    public TrackingLink Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = RecordParts.Open(bytes, out var tail);
        var link = new TrackingLink
        {
            Id = new TrackingLinkId(reader.RequiredText()),
            Partner = new PartnerId(reader.RequiredText()),
            Kind = (LinkKind)reader.Varint(),
            Status = (LinkStatus)reader.Varint(),
            Name = reader.Text(),
            TrackingUrl = reader.Text(),
            Destination = reader.Text(),
            VanityPath = reader.Text(),
            CreativeId = reader.Text(),
            SubIds = RecordParts.ReadSubIds(ref reader),
            StartsAt = tail.Offset(reader.Instant()),
            EndsAt = tail.Offset(reader.Instant()),
        };
        if (reader.Remaining > 0)
        {
            link = link with { Evidence = (LinkEvidence)reader.Varint(), Reference = reader.Text() };
        }

        return tail.Remaining == 0 ? link : link with { SeenIn = tail.Text(), SeenOn = tail.Text(), SeenAt = tail.Offset(tail.Instant()) };
    }

    /// <inheritdoc />
    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) => RecordParts.Compared(bytes);
}
