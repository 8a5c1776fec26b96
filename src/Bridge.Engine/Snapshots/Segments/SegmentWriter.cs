using System.IO.Hashing;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Writes one segment of sorted runs.</summary>
internal static class SegmentWriter
{
    public static async Task<SegmentFooter> WriteAsync(
        DigestWriter output, EntityKind entity, int schemaVersion, RunBuffer records, RunBuffer findings, int blockBytes, CancellationToken cancellationToken)
    {
        await output.WriteAsync(SegmentFooter.Header(entity, schemaVersion), cancellationToken);
        var footer = new SegmentFooter
        {
            Entity = entity,
            SchemaVersion = schemaVersion,
            Records = await WriteBlocksAsync(output, records, blockBytes, cancellationToken),
            Findings = await WriteBlocksAsync(output, findings, blockBytes, cancellationToken),
            FirstKey = KeyAt(records, 0),
            LastKey = KeyAt(records, records.Count - 1),
        };
        await output.WriteAsync(footer.ToBytes(), cancellationToken);
        return footer;
    }

    private static async Task<List<SegmentBlock>> WriteBlocksAsync(DigestWriter output, RunBuffer run, int blockBytes, CancellationToken cancellationToken)
    {
        var blocks = new List<SegmentBlock>();
        var buffer = new byte[Math.Min(blockBytes, Math.Max(run.Bytes, 1))];
        long streamOffset = 0;
        for (var index = 0; index < run.Count;)
        {
            var length = Fill(run, ref index, ref buffer, out var entries);
            var bytes = buffer.AsMemory(0, length);
            blocks.Add(new SegmentBlock(output.Length, streamOffset, length, entries, XxHash3.HashToUInt64(bytes.Span)));
            await output.WriteAsync(bytes, cancellationToken);
            streamOffset += length;
        }

        return blocks;
    }

    /// <summary>Copies as many whole entries as fit; an entry larger than a block gets a block of its own.</summary>
    private static int Fill(RunBuffer run, ref int index, ref byte[] buffer, out int entries)
    {
        var first = run.EntryAt(index);
        if (first.Length > buffer.Length)
        {
            buffer = new byte[first.Length];
        }

        var length = 0;
        entries = 0;
        while (index < run.Count && run.EntryAt(index) is var entry && length + entry.Length <= buffer.Length)
        {
            entry.CopyTo(buffer.AsSpan(length));
            length += entry.Length;
            entries++;
            index++;
        }

        return length;
    }

    private static byte[] KeyAt(RunBuffer run, int index) =>
        run.Count == 0 ? [] : RunEntry.Read(run.EntryAt(index), 0).Key.ToArray();
}
