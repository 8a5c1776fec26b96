using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>
/// The blocks that were last read by location, bounded in bytes: the least recently used one goes first. Callers keep what
/// they got even when it leaves the cache. For concurrent use.
/// </summary>
internal sealed class BlockCache(IArtifactStore store, Func<EntityKind, int, ArtifactKey> keyOf, long capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(EntityKind Entity, int Part), SegmentFooter> footers = [];
    private readonly Dictionary<(EntityKind Entity, int Part, int Block), LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> recent = new();
    private long bytes;

    /// <summary>Bytes held.</summary>
    public long Bytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    public async Task<ReadOnlyMemory<byte>> FindAsync(EntityKind entity, RecordLocation location, CancellationToken cancellationToken)
    {
        if (Cached(entity, location) is { } cached)
        {
            return cached;
        }

        SegmentFooter? known;
        lock (gate)
        {
            footers.TryGetValue((entity, location.Part), out known);
        }

        await using var reader = await SegmentReader.OpenAsync(store, keyOf(entity, location.Part), known, cancellationToken);
        var index = BlockOf(reader.Footer, location);
        var block = reader.Footer.Records[index];
        var content = new byte[block.Length];
        await reader.ReadBlockAsync(block, content, cancellationToken);
        Keep((entity, location.Part, index), reader.Footer, content);
        return Slice(block, content, location);
    }

    private ReadOnlyMemory<byte>? Cached(EntityKind entity, RecordLocation location)
    {
        lock (gate)
        {
            if (!footers.TryGetValue((entity, location.Part), out var footer))
            {
                return null;
            }

            var index = BlockOf(footer, location);
            if (!entries.TryGetValue((entity, location.Part, index), out var node))
            {
                return null;
            }

            recent.Remove(node);
            recent.AddFirst(node);
            return Slice(footer.Records[index], node.Value.Content, location);
        }
    }

    private void Keep((EntityKind Entity, int Part, int Block) key, SegmentFooter footer, byte[] content)
    {
        lock (gate)
        {
            footers[(key.Entity, key.Part)] = footer;
            if (entries.ContainsKey(key))
            {
                return;
            }

            entries[key] = recent.AddFirst(new Entry(key, content));
            bytes += content.Length;
            while (bytes > capacity && recent.Count > 1)
            {
                var last = recent.Last!;
                recent.RemoveLast();
                entries.Remove(last.Value.Key);
                bytes -= last.Value.Content.Length;
            }
        }
    }

    private static ReadOnlyMemory<byte> Slice(SegmentBlock block, byte[] content, RecordLocation location)
    {
        var start = location.Offset - block.StreamOffset;
        if (location.Length < 0 || start + location.Length > content.Length)
        {
            throw Unknown(location);
        }

        return content.AsMemory((int)start, location.Length);
    }

    private static int BlockOf(SegmentFooter footer, RecordLocation location)
    {
        var (low, high) = (0, footer.Records.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var block = footer.Records[middle];
            if (location.Offset < block.StreamOffset)
            {
                high = middle - 1;
            }
            else if (location.Offset >= block.StreamOffset + block.Length)
            {
                low = middle + 1;
            }
            else
            {
                return middle;
            }
        }

        throw Unknown(location);
    }

    private static ArgumentOutOfRangeException Unknown(RecordLocation location) =>
        new(nameof(location), location, "Not a location of this snapshot and entity.");

    private sealed record Entry((EntityKind Entity, int Part, int Block) Key, byte[] Content);
}
