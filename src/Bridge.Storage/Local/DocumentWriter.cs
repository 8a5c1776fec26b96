using Bridge.Engine.Artifacts;

namespace Bridge.Storage.Local;

/// <summary>
/// The stream a document is written to. It turns errors of the disk into one clear message and remembers them, so that a
/// callback that swallows such an error still gets no document published. Closing it early does no harm and writes nothing.
/// </summary>
internal sealed class DocumentWriter(ArtifactKey key, Stream file) : Stream
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private ArtifactStoreException? fault;
    private int filled;
    private bool closed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !closed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands the last bytes to the disk. Throws what went wrong with it, now or before.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        closed = true;
        if (fault is not null)
        {
            throw fault;
        }

        await EmptyAsync(cancellationToken);
    }

    public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        while (bytes.Length > 0)
        {
            var taken = Math.Min(bytes.Length, buffer.Length - filled);
            bytes[..taken].CopyTo(buffer.AsSpan(filled));
            filled += taken;
            bytes = bytes[taken..];
            if (filled == buffer.Length)
            {
                Empty();
            }
        }
    }

    public override Task WriteAsync(byte[] bytes, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(bytes.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(closed, this);
        while (bytes.Length > 0)
        {
            var taken = Math.Min(bytes.Length, buffer.Length - filled);
            bytes[..taken].CopyTo(buffer.AsMemory(filled));
            filled += taken;
            bytes = bytes[taken..];
            if (filled == buffer.Length)
            {
                await EmptyAsync(cancellationToken);
            }
        }
    }

    public override void Flush()
    {
        // Bytes become safe when the document is complete, and matter to nobody before.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        closed = true;
        base.Dispose(disposing);
    }

    private void Empty()
    {
        try
        {
            file.Write(buffer.AsSpan(0, filled));
            filled = 0;
        }
        catch (Exception error) when (DiskFault.Of(error) is not null)
        {
            throw fault = LocalArtifactStore.Failure(key, error);
        }
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(buffer.AsMemory(0, filled), cancellationToken);
            filled = 0;
        }
        catch (Exception error) when (DiskFault.Of(error) is not null)
        {
            throw fault = LocalArtifactStore.Failure(key, error);
        }
    }
}
