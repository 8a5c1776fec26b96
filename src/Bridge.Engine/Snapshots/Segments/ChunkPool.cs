namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Chunks of one snapshot's open parts, used again by the next part and the next entity: memory of this size given back and
/// asked for again with each entity would pile up before it is collected.
/// </summary>
internal sealed class ChunkPool
{
    /// <summary>Size of a chunk.</summary>
    public const int ChunkBytes = 1 << 20;

    private readonly Stack<byte[]> free = [];

    /// <summary>A chunk with room for an entry; a larger one than usual only when the entry needs it.</summary>
    public byte[] Take(int length) => length <= ChunkBytes && free.TryPop(out var chunk) ? chunk : new byte[Math.Max(length, ChunkBytes)];

    /// <summary>Takes a chunk back.</summary>
    public void Return(byte[] chunk)
    {
        if (chunk.Length == ChunkBytes)
        {
            free.Push(chunk);
        }
    }
}
