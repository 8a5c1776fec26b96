using System.Buffers;
using System.Text;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Walks through the entries of one segment, one block in memory. Checks that keys never descend and that blocks hold what they announce.</summary>
internal sealed class SegmentCursor(SegmentReader reader, IReadOnlyList<SegmentBlock> blocks, int part) : IAsyncDisposable
{
    private byte[] buffer = [];
    private byte[] lastKey = [];
    private int block = -1;
    private int entry;
    private int start;
    private int next;

    /// <summary>Number of the part.</summary>
    public int Part => part;

    public RunEntry Current => RunEntry.Read(Bytes, start);

    /// <summary>Where the current record starts in the stream of records.</summary>
    public long RecordOffset => blocks[block].StreamOffset + Current.RecordStart;

    private ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, blocks[block].Length);

    /// <exception cref="SnapshotCorruptException">A block was changed or its entries are out of order.</exception>
    public ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken) =>
        block >= 0 && entry + 1 < blocks[block].Entries ? new ValueTask<bool>(Step()) : NextBlockAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Release();
        await reader.DisposeAsync();
    }

    private async ValueTask<bool> NextBlockAsync(CancellationToken cancellationToken)
    {
        if (block >= 0)
        {
            if (next != blocks[block].Length)
            {
                throw Corrupt("it holds more bytes than its entries.");
            }

            lastKey = Current.Key.ToArray();
        }

        do
        {
            block++;
            if (block >= blocks.Count)
            {
                block = -1;
                Release();
                return false;
            }
        }
        while (blocks[block].Entries == 0);

        if (buffer.Length < blocks[block].Length)
        {
            Release();
            buffer = ArrayPool<byte>.Shared.Rent(blocks[block].Length);
        }

        await reader.ReadBlockAsync(blocks[block], buffer, cancellationToken);
        entry = 0;
        start = 0;
        CheckOrder(lastKey, ReadAt(0));
        return true;
    }

    private bool Step()
    {
        var previous = Current.Key;
        entry++;
        start = next;
        CheckOrder(previous, ReadAt(next));
        return true;
    }

    private RunEntry ReadAt(int position)
    {
        try
        {
            var read = RunEntry.Read(Bytes, position);
            next = read.End;
            return read;
        }
        catch (FormatException error)
        {
            throw Corrupt(error.Message);
        }
    }

    private void CheckOrder(ReadOnlySpan<byte> previous, RunEntry current)
    {
        if (previous.SequenceCompareTo(current.Key) > 0)
        {
            throw Corrupt($"record '{Encoding.UTF8.GetString(current.Key)}' is out of key order.");
        }
    }

    private SnapshotCorruptException Corrupt(string problem) => new(reader.Key, $"block at byte {blocks[block].FileOffset}", problem);

    private void Release()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }
}
