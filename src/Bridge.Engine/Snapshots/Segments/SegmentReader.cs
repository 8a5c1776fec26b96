using System.IO.Hashing;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>An open segment. Every block is checked against its checksum when it is read.</summary>
internal sealed class SegmentReader : IAsyncDisposable
{
    private readonly Stream stream;

    private SegmentReader(ArtifactKey key, Stream stream, SegmentFooter footer)
    {
        Key = key;
        this.stream = stream;
        Footer = footer;
    }

    public ArtifactKey Key { get; }

    public SegmentFooter Footer { get; }

    /// <exception cref="SnapshotCorruptException">Missing, cut off or changed.</exception>
    public static Task<SegmentReader> OpenAsync(IArtifactStore store, ArtifactKey key, CancellationToken cancellationToken) =>
        OpenAsync(store, key, null, cancellationToken);

    /// <summary>As above; a footer that was read before is not read again.</summary>
    public static async Task<SegmentReader> OpenAsync(IArtifactStore store, ArtifactKey key, SegmentFooter? known, CancellationToken cancellationToken)
    {
        var stream = await store.OpenReadAsync(key, cancellationToken)
            ?? throw new SnapshotCorruptException(key, "file", "it is missing.");
        try
        {
            return new SegmentReader(key, stream, known ?? await ReadFooterAsync(stream, cancellationToken));
        }
        catch (Exception error)
        {
            await stream.DisposeAsync();
            if (error is FormatException or EndOfStreamException or OverflowException or ArgumentException)
            {
                throw new SnapshotCorruptException(key, "footer", error.Message, error);
            }

            throw;
        }
    }

    /// <summary>Reads one block into a buffer that is large enough for it.</summary>
    /// <exception cref="SnapshotCorruptException">The block was changed.</exception>
    public async ValueTask ReadBlockAsync(SegmentBlock block, byte[] buffer, CancellationToken cancellationToken)
    {
        var bytes = buffer.AsMemory(0, block.Length);
        if (stream.Position != block.FileOffset)
        {
            stream.Position = block.FileOffset;
        }

        try
        {
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }
        catch (EndOfStreamException error)
        {
            throw new SnapshotCorruptException(Key, Place(block), "the file ends inside it.", error);
        }

        if (XxHash3.HashToUInt64(bytes.Span) != block.Checksum)
        {
            throw new SnapshotCorruptException(Key, Place(block), "its checksum differs: the bytes were changed.");
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static string Place(SegmentBlock block) => $"block at byte {block.FileOffset}";

    private static async Task<SegmentFooter> ReadFooterAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream.Length < SegmentFooter.HeaderBytes + SegmentFooter.TrailerBytes)
        {
            throw new FormatException("the file is too short: it is cut off.");
        }

        var header = await ReadAsync(stream, 0, SegmentFooter.HeaderBytes, cancellationToken);
        var trailer = await ReadAsync(stream, stream.Length - SegmentFooter.TrailerBytes, SegmentFooter.TrailerBytes, cancellationToken);
        var length = SegmentFooter.FooterLength(trailer, stream.Length);
        var footer = await ReadAsync(stream, stream.Length - SegmentFooter.TrailerBytes - length, length, cancellationToken);
        return SegmentFooter.Parse(header, footer, trailer, stream.Length);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, long offset, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        stream.Position = offset;
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
