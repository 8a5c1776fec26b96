using Bridge.Engine.Artifacts;

namespace Bridge.Storage.Local;

/// <summary>The stream a document is written to. It turns errors of the disk into one clear message.</summary>
internal sealed class DocumentWriter(ArtifactKey key, Stream file) : BlockWriter(64 * 1024)
{
    protected override void Send(byte[] block, int length) => file.Write(block.AsSpan(0, length));

    protected override Task SendAsync(byte[] block, int length, CancellationToken cancellationToken) => file.WriteAsync(block, 0, length, cancellationToken);

    protected override Exception? Explain(Exception error, CancellationToken cancellationToken) =>
        DiskFault.Of(error) is null ? null : LocalArtifactStore.Failure(key, error);
}
