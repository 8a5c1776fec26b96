using System.IO.Compression;
using System.Text;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing;

namespace Bridge.Rails.Abstractions.Tests.Http;

/// <summary>The chain down to real sockets on loopback: what the socket layer does by itself must not break the law of writes.</summary>
public sealed class RailSocketTests
{
    [Theory]
    [InlineData("DELETE", false)]
    [InlineData("POST", false)]
    [InlineData("PUT", true)]
    public async Task A_write_on_a_kept_alive_connection_that_dies_is_sent_once(string verb, bool withBody)
    {
        await using var server = new LoopbackServer(number => number == 1 ? LoopbackServer.Http(200, "{}") : null);
        await using var client = Client(server.Address);
        await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, server.Address), RailRequest.Read("warm.up"), CancellationToken.None);

        var act = () => WriteAsync(client, new(verb), withBody ? new StringContent("a=1") : null);

        await act.Should().ThrowAsync<RailOutcomeUnknownException>();
        server.Heads.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_refused_connection_is_certainly_not_sent()
    {
        Uri address;
        await using (var server = new LoopbackServer(_ => null))
        {
            address = server.Address;
        }

        await using var client = Client(address);

        var error = await FluentActions.Invoking(() => WriteAsync(client, HttpMethod.Post, null)).Should().ThrowAsync<RailUnavailableException>();

        error.Which.NeverSent.Should().BeTrue();
    }

    [Fact]
    public async Task A_body_shorter_than_promised_leaves_a_write_unclear()
    {
        await using var server = new LoopbackServer(_ => Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Cut: yes\r\n\r\n{\"Id\":"));
        await using var client = Client(server.Address);

        await FluentActions.Invoking(() => WriteAsync(client, HttpMethod.Post, null)).Should().ThrowAsync<RailOutcomeUnknownException>();

        server.Heads.Should().ContainSingle();
    }

    [Fact]
    public async Task A_redirect_to_another_host_gets_no_call_and_no_credential()
    {
        await using var other = new LoopbackServer(_ => LoopbackServer.Http(200, "{}"));
        await using var server = new LoopbackServer(_ => LoopbackServer.Http(302, "", $"Location: {other.Address}stolen"));
        await using var client = Client(server.Address);

        var act = () => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, server.Address), RailRequest.Read("things.list"), CancellationToken.None);

        await act.Should().ThrowAsync<RailContractException>();
        server.Heads.Should().ContainSingle().Which.Should().Contain("Authorization: Bearer s3cret");
        other.Heads.Should().BeEmpty();
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_cut_at_the_cap()
    {
        await using var server = new LoopbackServer(_ => Bomb(64 * 1024 * 1024));
        await using var client = Client(server.Address);

        var act = () => client.SendAsync(new HttpRequestMessage(HttpMethod.Get, server.Address), RailRequest.Read("things.list"), CancellationToken.None);

        (await act.Should().ThrowAsync<RailContractException>()).Which.Rule.Should().Contain("33554432 bytes");
    }

    [Fact]
    public async Task A_compressed_page_arrives_unpacked()
    {
        await using var server = new LoopbackServer(_ => Bomb(100_000));
        await using var client = Client(server.Address);

        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, server.Address), RailRequest.Read("things.list"), CancellationToken.None);

        response.Body.Length.Should().Be(100_000);
    }

    [Fact]
    public async Task An_export_streams_to_its_end_and_holds_its_permit_until_disposed()
    {
        await using var server = new LoopbackServer(_ => Bomb(3_000_000));
        await using var client = Client(server.Address, profile => profile with { MaxResponseBytes = new(1000, "test") });

        await using (var stream = await client.OpenAsync(new HttpRequestMessage(HttpMethod.Get, server.Address), RailRequest.Read("report.get"), CancellationToken.None))
        {
            var buffer = new byte[64 * 1024];
            var total = 0;
            for (var read = 1; read > 0; total += read)
            {
                read = await stream.ReadAsync(buffer);
            }

            total.Should().Be(3_000_000);
        }
    }

    [Fact]
    public async Task An_export_over_its_cap_or_cut_short_ends_with_a_rail_error()
    {
        await using var large = new LoopbackServer(_ => Bomb(300_000));
        await using var cut = new LoopbackServer(_ => Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Cut: yes\r\n\r\nsome"));
        await using var largeClient = Client(large.Address, profile => profile with { MaxStreamBytes = new(200_000, "test") });
        await using var cutClient = Client(cut.Address);

        await FluentActions.Invoking(() => DrainAsync(largeClient)).Should().ThrowAsync<RailContractException>();
        await FluentActions.Invoking(() => DrainAsync(cutClient)).Should().ThrowAsync<RailUnavailableException>();
    }

    private static async Task DrainAsync(RailHttpClient client)
    {
        await using var stream = await client.OpenAsync(new HttpRequestMessage(HttpMethod.Get, client.BaseUrl), RailRequest.Read("report.get"), CancellationToken.None);
        await stream.CopyToAsync(Stream.Null);
    }

    private static async Task WriteAsync(RailHttpClient client, HttpMethod method, HttpContent? content)
    {
        using var grant = await client.Pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
        await client.SendAsync(new HttpRequestMessage(method, client.BaseUrl) { Content = content }, RailRequest.Write("things.write", grant, new("op", 1, 1)), CancellationToken.None);
    }

    private static RailHttpClient Client(Uri address, Func<RailHttpProfile, RailHttpProfile>? change = null)
    {
        var limit = new RateLimit { Name = "default", Permits = 1000, Window = TimeSpan.FromSeconds(1), Kind = RateLimitKind.Bucket, Burst = 1000, Source = "test" };
        var profile = new RailHttpProfile { Groups = [RateGroup.Of(limit)], BackoffBase = new(TimeSpan.FromMilliseconds(1), "test") };
        return RailHttpClientFactory.Create(new()
        {
            Rail = "test",
            Connection = "loopback",
            BaseUrl = address,
            Profile = change?.Invoke(profile) ?? profile,
            Pacer = new(new() { Account = "test:1", Groups = profile.Groups }, TimeProvider.System, null),
            OwnsPacer = true,
            Time = TimeProvider.System,
            Logger = new RecordingLogger(),
            WriteGate = new RecordingGate(),
            Credential = RailCredential.Bearer(new("s3cret")),
        });
    }

    private static byte[] Bomb(int size)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[size]);
        }

        return [.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), .. packed.ToArray()];
    }
}
