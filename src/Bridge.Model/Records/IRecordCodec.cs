namespace Bridge.Model.Records;

/// <summary>How one kind of canonical record becomes bytes and comes back. Equal compared bytes mean equal records.</summary>
/// <typeparam name="T">The canonical type.</typeparam>
public interface IRecordCodec<T>
{
    /// <summary>Which entity it is for.</summary>
    Identity.EntityKind Entity { get; }

    /// <summary>Version of the layout; a snapshot names it, a reader refuses a newer one.</summary>
    int SchemaVersion { get; }

    /// <summary>Key of the record in a snapshot: the rail's own id.</summary>
    string KeyOf(T record);

    /// <summary>The record as bytes.</summary>
    byte[] Encode(T record);

    /// <summary>The record of bytes.</summary>
    /// <exception cref="FormatException">The bytes are no record of this layout.</exception>
    T Decode(ReadOnlySpan<byte> bytes);

    /// <summary>The part of the bytes that counts when records are compared: without offsets of instants.</summary>
    ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes);
}
