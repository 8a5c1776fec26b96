using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;

namespace Bridge.Storage.AzureBlob;

/// <summary>
/// Artifacts as block blobs of one container, under the names of their keys. A document is uploaded in blocks and becomes
/// visible in one step, on the condition that there is none of that name.
/// </summary>
public sealed class AzureBlobArtifactStore : IArtifactStore
{
    private const string MarkName = "bridgewriter";
    private const int BlockSize = 4 * 1024 * 1024;
    private readonly BlobContainerClient container;
    private readonly string place;

    private AzureBlobArtifactStore(BlobContainerClient container, string place)
    {
        this.container = container;
        this.place = place;
    }

    /// <summary>Opens a container; makes it when it is missing.</summary>
    /// <exception cref="StoreFileException">The options do not make a container's address, or it cannot be reached or made.</exception>
    public static Task<AzureBlobArtifactStore> OpenAsync(AzureBlobOptions options, CancellationToken cancellationToken) =>
        OpenAsync(options, null, cancellationToken);

    /// <summary>As above, over a way to the service that a test can disturb.</summary>
    internal static async Task<AzureBlobArtifactStore> OpenAsync(AzureBlobOptions options, HttpPipelineTransport? transport, CancellationToken cancellationToken)
    {
        var place = $"container '{options.Container}'";
        var container = Client(options, transport, place);
        try
        {
            if (!await container.ExistsAsync(cancellationToken))
            {
                await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            }
        }
        catch (Exception error) when (AzureFault.IsFault(error, cancellationToken))
        {
            var (problem, remedy, cause) = AzureFault.Describe(place, error);
            throw new StoreFileException("Azure Blob store", problem, remedy, cause);
        }

        return new(container, place);
    }

    /// <inheritdoc />
    public async Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var blob = container.GetBlockBlobClient(Checked(key));
        if (await GuardAsync(key, async () => (await blob.ExistsAsync(cancellationToken)).Value, cancellationToken))
        {
            throw new ArtifactExistsException(key);
        }

        await using var stream = new BlobWriter(blob, BlockSize, error => AzureFault.Explain(key, place, error));
        await write(stream, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        await stream.CompleteAsync(cancellationToken);
        await GuardAsync(key, () => CommitAsync(key, blob, stream, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var blob = container.GetBlobClient(Checked(key));
        return GuardAsync(key, async () =>
        {
            try
            {
                return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
            }
            catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return (Stream?)null;
            }
        }, cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>
    /// Holds the names it lists: accounts with a hierarchical namespace give them folder by folder, which is not their ordinal
    /// order. A migration has thousands of documents, not millions.
    /// </remarks>
    public async IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = await GuardAsync(ListedKey.Of(prefix, container.Name), async () =>
        {
            var found = new List<string>();
            await foreach (var blob in container.GetBlobsAsync(prefix: prefix, cancellationToken: cancellationToken))
            {
                if (blob.Name.StartsWith(prefix, StringComparison.Ordinal) && blob.Name.Split('/').All(ArtifactKey.IsSegment))
                {
                    found.Add(blob.Name);
                }
            }

            return found;
        }, cancellationToken);
        names.Sort(StringComparer.Ordinal);
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ArtifactKey.Parse(name);
        }
    }

    /// <inheritdoc />
    public Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return GuardAsync(key, async () => (await container.DeleteBlobIfExistsAsync(Checked(key), DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken)).Value, cancellationToken);
    }

    private static async Task<bool> CommitAsync(ArtifactKey key, BlockBlobClient blob, BlobWriter stream, CancellationToken cancellationToken)
    {
        var options = new CommitBlockListOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            Metadata = new Dictionary<string, string> { [MarkName] = stream.Mark },
        };
        try
        {
            await stream.CommitAsync(options, cancellationToken);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412 || error.ErrorCode == BlobErrorCode.InvalidBlockList)
        {
            // A commit whose answer was lost is sent again by the client and then meets its own blob. A commit of another
            // writer discards the blocks of this one.
            if (!await blob.ExistsAsync(cancellationToken))
            {
                throw;
            }

            BlobProperties properties = await blob.GetPropertiesAsync(cancellationToken: cancellationToken);
            return properties.Metadata.TryGetValue(MarkName, out var mark) && mark == stream.Mark ? true : throw new ArtifactExistsException(key);
        }
    }

    private static string Checked(ArtifactKey key) => key.Path ?? throw new ArgumentException("The key is empty.", nameof(key));

    private static BlobContainerClient Client(AzureBlobOptions options, HttpPipelineTransport? transport, string place)
    {
        var settings = new BlobClientOptions();
        settings.Retry.Mode = RetryMode.Exponential;
        settings.Retry.MaxRetries = options.Retries;
        settings.Retry.Delay = options.RetryDelay;
        settings.Retry.NetworkTimeout = options.RequestTimeout;
        settings.Transport = transport ?? settings.Transport;
        try
        {
            return options switch
            {
                { ConnectionString: { } text, ServiceUri: null } => new(text.Reveal(), options.Container, settings),
                { ConnectionString: null, ServiceUri: { } uri } => new BlobServiceClient(new Uri(uri.Reveal()), settings).GetBlobContainerClient(options.Container),
                _ => throw new FormatException("One of them is needed."),
            };
        }
        catch (Exception error) when (error is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            // The cause may quote the secret, so it is left out.
            throw new StoreFileException(
                "Azure Blob store",
                $"The connection string or address of {place} cannot be read.",
                "Give either a connection string (AccountName=...;AccountKey=...) or the address of the blob service with its signature.");
        }
    }

    private async Task<T> GuardAsync<T>(ArtifactKey key, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act();
        }
        catch (Exception error) when (AzureFault.IsFault(error, cancellationToken))
        {
            throw AzureFault.Explain(key, place, error);
        }
    }
}
