using System.Buffers.Binary;
using System.Text;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Privacy;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Raw pages of the open part: sealed by the vault at once and kept in scratch space until the part is written, so no plain
/// page ever rests on a disk and memory holds one page.
/// </summary>
internal sealed class RawSpool(IScratchSpace scratch, IPersonalVault vault) : IAsyncDisposable
{
    private Stream? spool;

    public int Pages { get; private set; }

    public async Task AddAsync(string context, RawPage page, CancellationToken cancellationToken)
    {
        spool ??= scratch.Create();
        var bytes = vault.SealRaw(RawFile.SealName(context, Pages, page.Name), page.Bytes.Span);
        await WriteFieldAsync(Encoding.UTF8.GetBytes(page.Name), cancellationToken);
        await WriteFieldAsync(Encoding.UTF8.GetBytes(page.ContentType), cancellationToken);
        await WriteFieldAsync(bytes, cancellationToken);
        Pages++;
    }

    /// <summary>Writes the raw file of the part. It can be written again until the spool is cleared.</summary>
    public async Task WriteAsync(DigestWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(RawFile.Header(Pages), cancellationToken);
        if (spool is null)
        {
            return;
        }

        spool.Position = 0;
        var buffer = new byte[1 << 17];
        int read;
        while ((read = await spool.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    public async Task ClearAsync()
    {
        if (spool is not null)
        {
            await spool.DisposeAsync();
            spool = null;
        }

        Pages = 0;
    }

    public async ValueTask DisposeAsync() => await ClearAsync();

    private async Task WriteFieldAsync(byte[] field, CancellationToken cancellationToken)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, field.Length);
        await spool!.WriteAsync(length, cancellationToken);
        await spool.WriteAsync(field, cancellationToken);
    }
}
