using Bridge.Engine.Artifacts;

namespace Bridge.Storage.Tests.Contracts;

/// <summary>What every scratch space does.</summary>
public abstract class ScratchSpaceContract
{
    protected abstract IScratchSpace Scratch { get; }

    [Fact]
    public async Task A_stream_starts_empty_and_gives_back_what_was_written()
    {
        await using var stream = Scratch.Create();
        await using var other = Scratch.Create();

        stream.Length.Should().Be(0);
        await stream.WriteAsync("hello"u8.ToArray());
        await other.WriteAsync("other"u8.ToArray());
        stream.Position = 1;
        var read = new byte[4];
        await stream.ReadExactlyAsync(read);

        stream.CanSeek.Should().BeTrue();
        read.Should().Equal("ello"u8.ToArray());
        other.Length.Should().Be(5);
    }

    [Fact]
    public async Task Several_threads_get_streams_of_their_own()
    {
        var streams = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(Scratch.Create)));

        for (var number = 0; number < streams.Length; number++)
        {
            streams[number].WriteByte((byte)number);
        }

        for (var number = 0; number < streams.Length; number++)
        {
            streams[number].Length.Should().Be(1);
            await streams[number].DisposeAsync();
        }
    }
}
