using System.Security.Cryptography;
using System.Text.Json;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Snapshots;

/// <summary>The manifest as bytes: canonical JSON, its content hash and its seal.</summary>
internal static class ManifestFile
{
    /// <summary>Fills in content hash and seal.</summary>
    public static SnapshotManifest Close(SnapshotManifest manifest)
    {
        manifest = manifest with { Hash = ContentHashOf(manifest) };
        return manifest with { Seal = SealOf(manifest) };
    }

    public static byte[] ToBytes(SnapshotManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, SnapshotJson.Default.SnapshotManifest);

    /// <summary>Reads and checks a manifest; null when there is none.</summary>
    /// <exception cref="SnapshotCorruptException">Changed, cut off or of a later format.</exception>
    public static async Task<SnapshotManifest?> ReadAsync(IArtifactStore store, ArtifactKey key, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(key, cancellationToken);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[checked((int)stream.Length)];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return Parse(key, bytes);
    }

    private static SnapshotManifest Parse(ArtifactKey key, byte[] bytes)
    {
        SnapshotManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(bytes, SnapshotJson.Default.SnapshotManifest) ?? throw new JsonException("It is empty.");
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new SnapshotCorruptException(key, "file", "it is no manifest: it was changed or cut off, or a later version wrote it.", error);
        }

        if (manifest.Format != 1)
        {
            throw new SnapshotCorruptException(key, "format", $"snapshot format {manifest.Format} is not 1, the one this version reads.");
        }

        if (manifest.Seal != SealOf(manifest) || manifest.Hash != ContentHashOf(manifest) || !ToBytes(manifest).AsSpan().SequenceEqual(bytes))
        {
            throw new SnapshotCorruptException(key, "file", "its seal differs: it was changed.");
        }

        return manifest;
    }

    private static string ContentHashOf(SnapshotManifest manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(SnapshotContent.Of(manifest), SnapshotJson.Default.SnapshotContent)));

    private static string SealOf(SnapshotManifest manifest) =>
        Convert.ToHexStringLower(SHA256.HashData(ToBytes(manifest with { Seal = "" })));
}
