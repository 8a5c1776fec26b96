using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Privacy;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>The raw pages of a part: header (magic, format, number of pages), then per page name, media type and sealed bytes, each behind its length.</summary>
internal static class RawFile
{
    private const int HeaderBytes = 16;

    private static ReadOnlySpan<byte> Magic => "BRIDGRAW"u8;

    /// <summary>Under which name a page is sealed: its place is part of it, so pages cannot be swapped.</summary>
    public static string SealName(string context, int index, string page) =>
        string.Create(CultureInfo.InvariantCulture, $"{context}/{index}/{page}");

    public static byte[] Header(int pages)
    {
        var bytes = new byte[HeaderBytes];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), pages);
        return bytes;
    }

    /// <summary>Opens the pages one after the other.</summary>
    /// <exception cref="SnapshotCorruptException">Cut off or changed.</exception>
    public static async IAsyncEnumerable<RawPage> ReadAsync(
        Stream stream, ArtifactKey key, string context, IPersonalVault vault, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var header = await TakeAsync(stream, key, HeaderBytes, cancellationToken);
        if (!header.AsSpan(0, 8).SequenceEqual(Magic) || BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8)) != 1)
        {
            throw new SnapshotCorruptException(key, "header", "it is no file of raw pages of this format.");
        }

        var pages = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        for (var index = 0; index < pages; index++)
        {
            var name = Encoding.UTF8.GetString(await FieldAsync(stream, key, cancellationToken));
            var contentType = Encoding.UTF8.GetString(await FieldAsync(stream, key, cancellationToken));
            var bytes = await FieldAsync(stream, key, cancellationToken);
            yield return new RawPage(name, contentType, vault.OpenRaw(SealName(context, index, name), bytes));
        }
    }

    private static async Task<byte[]> FieldAsync(Stream stream, ArtifactKey key, CancellationToken cancellationToken)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(await TakeAsync(stream, key, 4, cancellationToken));
        return await TakeAsync(stream, key, length, cancellationToken);
    }

    private static async Task<byte[]> TakeAsync(Stream stream, ArtifactKey key, int length, CancellationToken cancellationToken)
    {
        if (length < 0 || length > stream.Length - stream.Position)
        {
            throw new SnapshotCorruptException(key, $"byte {stream.Position}", "it is cut off or changed.");
        }

        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
