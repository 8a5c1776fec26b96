using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Bridge.Storage.AzureBlob;

/// <summary>
/// Uploads a blob in blocks. Blocks are invisible until their list is committed; a writer that gives up leaves some that the
/// service removes after a week. Names of blocks start with a mark of this writer, so that two writers of one blob do not mix.
/// </summary>
internal sealed class BlobWriter(BlockBlobClient blob, int blockSize, Func<Exception, Exception> explain) : Stream
{
    private readonly byte[] buffer = new byte[blockSize];
    private readonly byte[] mark = RandomNumberGenerator.GetBytes(8);
    private readonly List<string> blocks = [];
    private Exception? fault;
    private int filled;
    private bool closed;

    /// <summary>Tells what this writer committed from what another one did.</summary>
    public string Mark => Convert.ToHexStringLower(mark);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => !closed;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends the last block; throws what went wrong with it or an earlier one, so that a callback cannot swallow it.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        closed = true;
        if (fault is not null)
        {
            throw fault;
        }

        await StageAsync(cancellationToken);
    }

    /// <summary>Makes the blob visible, unless there is one of that name.</summary>
    public Task CommitAsync(CommitBlockListOptions options, CancellationToken cancellationToken) => blob.CommitBlockListAsync(blocks, options, cancellationToken);

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
                Stage();
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
                await StageAsync(cancellationToken);
            }
        }
    }

    public override void Flush()
    {
        // Blocks are sent when they are full; nobody sees them before the commit.
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

    private void Stage()
    {
        if (filled > 0)
        {
            try
            {
                using var block = new MemoryStream(buffer, 0, filled, writable: false);
                blob.StageBlock(NextBlock(), block);
                filled = 0;
            }
            catch (Exception error) when (AzureFault.IsFault(error, CancellationToken.None))
            {
                throw fault = explain(error);
            }
        }
    }

    private async Task StageAsync(CancellationToken cancellationToken)
    {
        if (filled > 0)
        {
            try
            {
                using var block = new MemoryStream(buffer, 0, filled, writable: false);
                await blob.StageBlockAsync(NextBlock(), block, cancellationToken: cancellationToken);
                filled = 0;
            }
            catch (Exception error) when (AzureFault.IsFault(error, cancellationToken))
            {
                throw fault = explain(error);
            }
        }
    }

    // All names of blocks of one blob have one length.
    private string NextBlock()
    {
        Span<byte> name = stackalloc byte[12];
        mark.CopyTo(name);
        BinaryPrimitives.WriteInt32BigEndian(name[8..], blocks.Count);
        var id = Convert.ToBase64String(name);
        blocks.Add(id);
        return id;
    }
}
