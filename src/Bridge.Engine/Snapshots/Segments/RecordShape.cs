using Bridge.Model.Identity;
using Bridge.Model.Records;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>A codec seen without its type.</summary>
internal sealed class RecordShape<T>(IRecordCodec<T> codec) : IRecordShape
{
    public EntityKind Entity => codec.Entity;

    public int SchemaVersion => codec.SchemaVersion;

    public string KeyOf(ReadOnlySpan<byte> record) => codec.KeyOf(codec.Decode(record));

    public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> record) => codec.Compared(record);
}
