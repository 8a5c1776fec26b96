using Bridge.Engine.Artifacts;

namespace Bridge.Storage.Tests.Contracts;

/// <summary>What every artifact store does. Deriving it with an implementation runs the suite against it.</summary>
public abstract class ArtifactStoreContract
{
    /// <summary>Opens the store of this test; a second call gives what another process would see.</summary>
    protected abstract Task<IArtifactStore> OpenAsync();

    protected static ArtifactKey Key(string path) => ArtifactKey.Parse(path);

    protected static Task PutAsync(IArtifactStore store, string path, byte[] bytes) =>
        store.PutAsync(Key(path), (stream, cancellationToken) => stream.WriteAsync(bytes, cancellationToken).AsTask(), default);

    protected static async Task<byte[]?> GetAsync(IArtifactStore store, string path)
    {
        await using var stream = await store.OpenReadAsync(Key(path), default);
        if (stream is null)
        {
            return null;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    protected static byte[] Bytes(int length, int seed = 7)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(10_000_001)]
    public async Task Gives_back_the_bytes_that_were_written(int length)
    {
        var store = await OpenAsync();
        var bytes = Bytes(length);

        await PutAsync(store, "c/m/doc.bin", bytes);

        (await GetAsync(await OpenAsync(), "c/m/doc.bin")).Should().Equal(bytes);
    }

    [Fact]
    public async Task Takes_small_writes_of_every_kind()
    {
        var store = await OpenAsync();

        await store.PutAsync(
            Key("c/m/doc.txt"),
            async (stream, cancellationToken) =>
            {
                stream.WriteByte((byte)'a');
                stream.Write([(byte)'b']);
                stream.Write("xcx"u8.ToArray(), 1, 1);
                await stream.WriteAsync("d"u8.ToArray(), cancellationToken);
                await stream.FlushAsync(cancellationToken);
                await using var writer = new StreamWriter(stream, leaveOpen: true);
                await writer.WriteAsync("ef");
            },
            default);

        (await GetAsync(store, "c/m/doc.txt")).Should().Equal("abcdef"u8.ToArray());
    }

    [Fact]
    public async Task Keeps_a_document_whose_callback_closed_the_stream()
    {
        var store = await OpenAsync();

        await store.PutAsync(
            Key("c/m/doc.txt"),
            async (stream, _) =>
            {
                await using var writer = new StreamWriter(stream);
                await writer.WriteAsync("closed");
            },
            default);

        (await GetAsync(store, "c/m/doc.txt")).Should().Equal("closed"u8.ToArray());
    }

    [Fact]
    public async Task Refuses_to_change_a_document()
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m/doc.txt", [1]);
        var called = false;

        var act = () => store.PutAsync(
            Key("c/m/doc.txt"),
            (_, _) =>
            {
                called = true;
                return Task.CompletedTask;
            },
            default);

        (await act.Should().ThrowAsync<ArtifactExistsException>()).Which.Key.Path.Should().Be("c/m/doc.txt");
        called.Should().BeFalse("a document that exists should not be made again");
        (await GetAsync(store, "c/m/doc.txt")).Should().Equal(1);
    }

    [Fact]
    public async Task Of_two_writers_of_one_key_one_wins_and_the_other_hears_of_it()
    {
        var store = await OpenAsync();
        var other = await OpenAsync();
        var slowMayEnd = new TaskCompletionSource();
        var slow = store.PutAsync(
            Key("c/m/doc.txt"),
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(Bytes(5_000_000), cancellationToken);
                await slowMayEnd.Task;
            },
            default);

        await PutAsync(other, "c/m/doc.txt", [2]);
        slowMayEnd.SetResult();

        await FluentActions.Awaiting(() => slow).Should().ThrowAsync<ArtifactExistsException>();
        (await GetAsync(store, "c/m/doc.txt")).Should().Equal(2);
    }

    [Fact]
    public async Task A_document_is_invisible_until_it_is_whole()
    {
        var store = await OpenAsync();
        var reader = await OpenAsync();

        await store.PutAsync(
            Key("c/m/doc.txt"),
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(Bytes(9_000_000), cancellationToken);
                await stream.FlushAsync(cancellationToken);
                (await reader.OpenReadAsync(Key("c/m/doc.txt"), cancellationToken)).Should().BeNull();
                (await reader.ListAsync("", cancellationToken).ToListAsync(cancellationToken)).Should().BeEmpty();
            },
            default);

        (await GetAsync(reader, "c/m/doc.txt")).Should().HaveCount(9_000_000);
    }

    [Fact]
    public async Task A_failing_callback_leaves_nothing_and_can_be_repeated()
    {
        var store = await OpenAsync();

        var act = () => store.PutAsync(
            Key("c/m/doc.txt"),
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(Bytes(6_000_000), cancellationToken);
                throw new InvalidDataException("page 3 is torn");
            },
            default);

        await act.Should().ThrowAsync<InvalidDataException>().WithMessage("page 3 is torn");
        (await GetAsync(store, "c/m/doc.txt")).Should().BeNull();
        await PutAsync(store, "c/m/doc.txt", [3]);
        (await GetAsync(store, "c/m/doc.txt")).Should().Equal(3);
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing()
    {
        var store = await OpenAsync();
        using var cancel = new CancellationTokenSource();

        var act = () => store.PutAsync(
            Key("c/m/doc.txt"),
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(Bytes(100), cancellationToken);
                await cancel.CancelAsync();
            },
            cancel.Token);

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await GetAsync(store, "c/m/doc.txt")).Should().BeNull();
        (await store.ListAsync("", default).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Reads_at_any_place_and_by_several_readers()
    {
        var store = await OpenAsync();
        var bytes = Bytes(6_000_000);
        await PutAsync(store, "c/m/doc.bin", bytes);
        await using var stream = (await store.OpenReadAsync(Key("c/m/doc.bin"), default))!;
        await using var second = (await store.OpenReadAsync(Key("c/m/doc.bin"), default))!;
        var buffer = new byte[1000];

        stream.CanSeek.Should().BeTrue();
        stream.Length.Should().Be(bytes.Length);
        foreach (var offset in new[] { 5_999_000, 0, 4_194_000, 17 })
        {
            stream.Seek(offset, SeekOrigin.Begin).Should().Be(offset);
            await stream.ReadExactlyAsync(buffer);
            buffer.Should().Equal(bytes[offset..(offset + 1000)]);
        }

        await second.ReadExactlyAsync(buffer);
        buffer.Should().Equal(bytes[..1000]);
        stream.CanWrite.Should().BeFalse();
    }

    [Fact]
    public async Task Lists_keys_by_prefix_in_ordinal_order()
    {
        string[] paths = ["c/m-2/x", "c/m/a-b/1", "c/m/a.json", "c/m/a/1", "c/m/a/10", "c/m/a/2", "c/m/a0", "c/m/a_", "c/m1/x", "d/m/x"];
        var store = await OpenAsync();
        foreach (var path in paths.Reverse())
        {
            await PutAsync(store, path, [0]);
        }

        async Task<List<string>> ListAsync(string prefix) => await store.ListAsync(prefix, default).Select(key => key.Path).ToListAsync();

        (await ListAsync("")).Should().Equal(paths);
        (await ListAsync("c/m/")).Should().Equal(paths.Where(path => path.StartsWith("c/m/", StringComparison.Ordinal)));
        (await ListAsync("c/m")).Should().Equal(paths[..^1]);
        (await ListAsync("c/m/a/1")).Should().Equal("c/m/a/1", "c/m/a/10");
        (await ListAsync("nothing/")).Should().BeEmpty();
    }

    [Theory]
    [InlineData("../c")]
    [InlineData("c/../../etc/")]
    [InlineData("/etc/")]
    [InlineData("~temp/")]
    [InlineData("C/M/")]
    public async Task A_prefix_that_no_key_can_have_lists_nothing(string prefix)
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m/x", [0]);

        (await store.ListAsync(prefix, default).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Deletes_for_good_and_twice_without_error()
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m/a", [1]);
        await PutAsync(store, "c/m/b", [2]);

        await store.DeleteAsync(Key("c/m/a"), default);
        await store.DeleteAsync(Key("c/m/a"), default);
        await store.DeleteAsync(Key("never/was"), default);

        (await store.ListAsync("", default).ToListAsync()).Should().Equal(Key("c/m/b"));
        await PutAsync(store, "c/m/a", [3]);
        (await GetAsync(store, "c/m/a")).Should().Equal(3);
    }

    [Fact]
    public async Task Gives_null_for_what_is_not_there_also_for_a_folder()
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m/a", [1]);

        (await store.OpenReadAsync(Key("c/m/b"), default)).Should().BeNull();
        (await store.OpenReadAsync(Key("c/m"), default)).Should().BeNull();
        (await store.OpenReadAsync(Key("x/y/z"), default)).Should().BeNull();
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var store = await OpenAsync();
        var cancelled = new CancellationToken(canceled: true);

        var put = () => store.PutAsync(Key("c/m/a"), (_, _) => Task.CompletedTask, cancelled);
        var list = async () => await store.ListAsync("", cancelled).ToListAsync();

        await put.Should().ThrowAsync<OperationCanceledException>();
        await list.Should().ThrowAsync<OperationCanceledException>();
        (await store.ListAsync("", default).ToListAsync()).Should().BeEmpty();
    }
}
