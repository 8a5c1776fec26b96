namespace Bridge.Storage;

/// <summary>
/// A stream that is only written to and hands its bytes on in blocks. It remembers what went wrong with one, so that a callback
/// that swallows such an error still gets nothing published. Closing it early does no harm and hands nothing on.
/// </summary>
/// <param name="blockSize">Bytes of a block.</param>
internal abstract class BlockWriter(int blockSize) : Stream
{
    private readonly byte[] buffer = new byte[blockSize];
    private Exception? fault;
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

    /// <summary>Hands the last block on. Throws what went wrong with it or an earlier one.</summary>
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
            bytes = bytes[Take(bytes)..];
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
            bytes = bytes[Take(bytes.Span)..];
            if (filled == buffer.Length)
            {
                await EmptyAsync(cancellationToken);
            }
        }
    }

    public override void Flush()
    {
        // Blocks are handed on when they are full; nobody sees them before the whole is complete.
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Hands a block on.</summary>
    protected abstract void Send(byte[] block, int length);

    /// <summary>Hands a block on.</summary>
    protected abstract Task SendAsync(byte[] block, int length, CancellationToken cancellationToken);

    /// <summary>What to tell for an error of <see cref="Send"/>; null for one that is not the store's.</summary>
    protected abstract Exception? Explain(Exception error, CancellationToken cancellationToken);

    protected override void Dispose(bool disposing)
    {
        closed = true;
        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, buffer.Length - filled);
        bytes[..taken].CopyTo(buffer.AsSpan(filled));
        filled += taken;
        return taken;
    }

    private void Empty()
    {
        try
        {
            Send(buffer, filled);
            filled = 0;
        }
        catch (Exception error) when (Explain(error, CancellationToken.None) is { } told)
        {
            throw fault = told;
        }
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(buffer, filled, cancellationToken);
            filled = 0;
        }
        catch (Exception error) when (Explain(error, cancellationToken) is { } told)
        {
            throw fault = told;
        }
    }
}
