using Bridge.Engine.Artifacts;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots.Segments;

namespace Bridge.Engine.Snapshots;

/// <summary>Where the parts of one entity of one snapshot go.</summary>
/// <param name="Store">Store of the files.</param>
/// <param name="Scratch">Room for encrypted raw pages.</param>
/// <param name="Vault">Encrypts raw pages.</param>
/// <param name="Layout">Sizes.</param>
/// <param name="KeysOf">Files of a part number.</param>
/// <param name="Context">Snapshot and entity, part of the name under which a raw page is sealed.</param>
internal sealed record PartFolder(
    IArtifactStore Store, IScratchSpace Scratch, IPersonalVault Vault, SnapshotLayout Layout, Func<int, PartKeys> KeysOf, string Context)
{
    /// <summary>Under which name the raw pages of a part are sealed.</summary>
    public string RawContext(int part) => RawContext(Context, part);

    public static string RawContext(string context, int part) => $"{context}/{part:D5}";

    /// <summary>Writes one file and gives its length and hash.</summary>
    public async Task<FileDigest> PutAsync(ArtifactKey key, Func<DigestWriter, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var digest = default(FileDigest);
        await Store.PutAsync(
            key,
            async (stream, token) =>
            {
                using var output = new DigestWriter(stream);
                await write(output, token);
                digest = output.Finish();
            },
            cancellationToken);
        return digest;
    }
}
