using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>The body of a streamed read: forward only, bounded in size and in the time for each piece.</summary>
internal sealed class RailBodyStream(RailHttpOptions options, RailCall call, HttpResponseMessage response, Stream inner) : Stream
{
    private long length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => length;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var timeout = new CancellationTokenSource(options.Profile.AttemptTimeout.Value, options.NetworkTime ?? options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var read = await inner.ReadAsync(buffer, either.Token);
            length += read;
            return length <= options.Profile.MaxStreamBytes.Value
                ? read
                : throw call.Broken($"its body is larger than {options.Profile.MaxStreamBytes.Value} bytes");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new RailUnavailableException(call.Context(call.Status), neverSent: false, exception is OperationCanceledException ? null : exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read a rail's body asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
            call.Grant?.Dispose();
        }

        base.Dispose(disposing);
    }
}
