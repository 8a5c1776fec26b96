using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class BoundedBodyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(16 * 1024)]
    [InlineData(16 * 1024 + 1)]
    [InlineData(100_000)]
    public async Task Reads_a_body_up_to_the_cap_byte_for_byte(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        var response = Response(new MemoryStream(bytes), null);

        await BoundedBody.BufferAsync(response, 100_000, CancellationToken.None);

        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(bytes);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
    }

    [Fact]
    public async Task Stops_reading_an_endless_body_at_the_cap()
    {
        var endless = new EndlessStream();

        var act = () => BoundedBody.BufferAsync(Response(endless, null), 1_000_000, CancellationToken.None);

        await act.Should().ThrowAsync<BodyTooLargeException>();
        endless.Given.Should().BeLessThanOrEqualTo(1_000_002);
    }

    [Fact]
    public async Task Reads_nothing_of_a_body_that_announces_to_be_too_large()
    {
        var endless = new EndlessStream();

        var act = () => BoundedBody.BufferAsync(Response(endless, 1_000_001), 1_000_000, CancellationToken.None);

        await act.Should().ThrowAsync<BodyTooLargeException>();
        endless.Given.Should().Be(0);
    }

    [Fact]
    public async Task Reads_only_the_beginning_of_an_error_body()
    {
        var response = Response(new EndlessStream(), null);

        await BoundedBody.BufferErrorAsync(response, CancellationToken.None);

        (await response.Content.ReadAsByteArrayAsync()).Should().HaveCount(64 * 1024);
    }

    private static HttpResponseMessage Response(Stream body, long? length)
    {
        var content = new StreamContent(new Unseekable(body));
        content.Headers.ContentType = new("text/csv");
        content.Headers.ContentLength = length;
        return new() { Content = content };
    }

    private sealed class EndlessStream : MemoryStream
    {
        internal long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'x');
            Given += buffer.Length;
            return buffer.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }

    private sealed class Unseekable(Stream inner) : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);
    }
}
