using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class RakutenLargePackTests
{
    [Fact]
    public async Task A_streamed_pack_has_the_same_bytes_as_the_one_in_memory()
    {
        var options = RakutenPackOptions.Large(1000, 3000);
        var folder = Directory.CreateTempSubdirectory("rakuten-large-").FullName;
        try
        {
            var counts = await RakutenPack.WriteLargeAsync(folder, options, CancellationToken.None);
            var pack = RakutenPack.Create(options);

            counts.Publishers.Should().Be(1000);
            counts.Contracts.Should().Be(1150);
            counts.Links.Should().Be(3000);
            counts.Codes.Should().Be(375);
            counts.Files.Should().Equal(pack.Truth.Files);
            foreach (var file in pack.Files)
            {
                (await File.ReadAllBytesAsync(Path.Combine(folder, file.Name))).AsSpan().SequenceEqual(file.Content.Span)
                    .Should().BeTrue(file.Name);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_cancelled_write_stops()
    {
        var folder = Directory.CreateTempSubdirectory("rakuten-large-").FullName;
        try
        {
            using var cancellation = new CancellationTokenSource();
            await cancellation.CancelAsync();
            var write = () => RakutenPack.WriteLargeAsync(folder, 1000, 3000, cancellation.Token);

            await write.Should().ThrowAsync<OperationCanceledException>();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
