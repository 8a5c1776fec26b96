using System.Net;

namespace Bridge.Simulation.Hosting;

/// <summary>A body that announces its full length and ends in the middle.</summary>
internal sealed class TruncatedContent(ReadOnlyMemory<byte> body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body[..(body.Length / 2)]);
        throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection was cut in the middle of the body.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
