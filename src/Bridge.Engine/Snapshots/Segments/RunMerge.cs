namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Streams the sorted parts of one entity as one sequence in key order, each key once. Rows of one key are settled without
/// regard to their order: the record with the smallest compared bytes is kept; rows with the same compared bytes are its
/// duplicates, all others conflict with it. Memory: one block per part.
/// </summary>
internal sealed class RunMerge : IAsyncDisposable
{
    /// <summary>How many raw hashes of a key are named.</summary>
    public const int NamedHashes = 8;

    private readonly IReadOnlyList<SegmentCursor> cursors;
    private readonly IRecordShape shape;
    private readonly PriorityQueue<SegmentCursor, SegmentCursor> queue = new(new CursorOrder());
    private readonly SortedSet<string> sameHashes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> otherHashes = new(StringComparer.Ordinal);
    private HeldEntry kept = new();
    private HeldEntry candidate = new();
    private bool started;

    public RunMerge(IReadOnlyList<SegmentCursor> cursors, IRecordShape shape)
    {
        this.cursors = cursors;
        this.shape = shape;
    }

    public ReadOnlyMemory<byte> Key => kept.Key;

    public ReadOnlyMemory<byte> Record => kept.Record;

    public string RawHash => RawHashField.Decode(kept.RawHash.Span);

    public RecordLocation Location => kept.Location;

    /// <summary>Further rows with the same compared bytes.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Further rows with the same key and other compared bytes.</summary>
    public long Conflicts { get; private set; }

    /// <summary>The first <see cref="NamedHashes"/> raw hashes of the conflicting rows, in ordinal order.</summary>
    public IReadOnlyCollection<string> ConflictingHashes => otherHashes;

    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        if (!started)
        {
            started = true;
            foreach (var cursor in cursors)
            {
                await AdvanceAsync(cursor, cancellationToken);
            }
        }

        if (!queue.TryDequeue(out var first, out _))
        {
            return false;
        }

        kept.Take(first);
        Duplicates = 0;
        Conflicts = 0;
        sameHashes.Clear();
        otherHashes.Clear();
        await AdvanceAsync(first, cancellationToken);
        while (queue.TryPeek(out var cursor, out _) && cursor.Current.Key.SequenceEqual(kept.Key.Span))
        {
            queue.Dequeue();
            candidate.Take(cursor);
            Settle();
            await AdvanceAsync(cursor, cancellationToken);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cursor in cursors)
        {
            await cursor.DisposeAsync();
        }
    }

    private async ValueTask AdvanceAsync(SegmentCursor cursor, CancellationToken cancellationToken)
    {
        if (await cursor.MoveNextAsync(cancellationToken))
        {
            queue.Enqueue(cursor, cursor);
        }
    }

    /// <summary>Counts the candidate; afterwards the smaller of the two is kept.</summary>
    private void Settle()
    {
        Name(sameHashes, kept);
        var order = shape.Compared(candidate.Record.Span).SequenceCompareTo(shape.Compared(kept.Record.Span));
        if (order > 0)
        {
            Conflicts++;
            Name(otherHashes, candidate);
            return;
        }

        if (order < 0)
        {
            Conflicts += Duplicates + 1;
            Duplicates = 0;
            foreach (var hash in sameHashes)
            {
                Name(otherHashes, hash);
            }

            sameHashes.Clear();
        }
        else
        {
            Duplicates++;
            Name(sameHashes, candidate);
        }

        if (order < 0 || CompareWhole(candidate, kept) < 0)
        {
            (kept, candidate) = (candidate, kept);
        }
    }

    private static int CompareWhole(HeldEntry left, HeldEntry right)
    {
        var order = left.Record.Span.SequenceCompareTo(right.Record.Span);
        return order != 0 ? order : left.RawHash.Span.SequenceCompareTo(right.RawHash.Span);
    }

    private static void Name(SortedSet<string> names, HeldEntry entry) => Name(names, RawHashField.Decode(entry.RawHash.Span));

    private static void Name(SortedSet<string> names, string hash)
    {
        names.Add(hash);
        if (names.Count > NamedHashes)
        {
            names.Remove(names.Max!);
        }
    }

    private sealed class CursorOrder : IComparer<SegmentCursor>
    {
        public int Compare(SegmentCursor? x, SegmentCursor? y)
        {
            var order = x!.Current.Key.SequenceCompareTo(y!.Current.Key);
            return order != 0 ? order : x.Part.CompareTo(y.Part);
        }
    }
}
