using System.Buffers.Binary;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Bridge.Storage.AzureBlob;

/// <summary>
/// Uploads a blob in blocks. Blocks are invisible until their list is committed; a writer that gives up leaves some that the
/// service removes after a week. Names of blocks start with a mark of this writer, so that two writers of one blob do not mix.
/// </summary>
internal sealed class BlobWriter(BlockBlobClient blob, int blockSize, Func<Exception, Exception> explain) : BlockWriter(blockSize)
{
    private readonly byte[] mark = RandomNumberGenerator.GetBytes(8);
    private readonly List<string> blocks = [];

    /// <summary>Tells what this writer committed from what another one did.</summary>
    public string Mark => Convert.ToHexStringLower(mark);

    /// <summary>Makes the blob visible, unless there is one of that name.</summary>
    public Task CommitAsync(CommitBlockListOptions options, CancellationToken cancellationToken) => blob.CommitBlockListAsync(blocks, options, cancellationToken);

    protected override void Send(byte[] block, int length)
    {
        if (length > 0)
        {
            using var content = new MemoryStream(block, 0, length, writable: false);
            blob.StageBlock(NextBlock(), content);
        }
    }

    protected override async Task SendAsync(byte[] block, int length, CancellationToken cancellationToken)
    {
        if (length > 0)
        {
            using var content = new MemoryStream(block, 0, length, writable: false);
            await blob.StageBlockAsync(NextBlock(), content, cancellationToken: cancellationToken);
        }
    }

    protected override Exception? Explain(Exception error, CancellationToken cancellationToken) =>
        AzureFault.IsFault(error, cancellationToken) ? explain(error) : null;

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
