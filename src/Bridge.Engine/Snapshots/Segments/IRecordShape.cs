using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>What can be asked of record bytes without knowing the canonical type.</summary>
internal interface IRecordShape
{
    EntityKind Entity { get; }

    int SchemaVersion { get; }

    /// <summary>Key of the record that the bytes hold.</summary>
    /// <exception cref="FormatException">The bytes are no record.</exception>
    string KeyOf(ReadOnlySpan<byte> record);

    /// <summary>The bytes that count when records are compared.</summary>
    ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> record);
}
