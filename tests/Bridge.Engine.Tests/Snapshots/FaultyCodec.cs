using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Records;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>The codec of links with a fault that a test puts in.</summary>
internal sealed class FaultyCodec : IRecordCodec<TrackingLink>
{
    public Func<TrackingLink, TrackingLink> Fault { get; init; } = link => link;

    public EntityKind Entity => EntityKind.TrackingLink;

    public int SchemaVersion { get; init; } = 1;

    public string KeyOf(TrackingLink record) => RecordCodecs.TrackingLink.KeyOf(record);

    public byte[] Encode(TrackingLink record) => RecordCodecs.TrackingLink.Encode(Fault(record));

    public TrackingLink Decode(ReadOnlySpan<byte> bytes) => RecordCodecs.TrackingLink.Decode(bytes);

    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) => RecordCodecs.TrackingLink.Compared(bytes);
}
