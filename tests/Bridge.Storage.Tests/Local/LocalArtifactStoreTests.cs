using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Storage.Local;
using Bridge.Storage.Tests.Contracts;

namespace Bridge.Storage.Tests.Local;

public sealed class LocalArtifactStoreTests : ArtifactStoreContract, IDisposable
{
    private readonly TestFolder folder = new();
    private readonly List<LocalArtifactStore> opened = [];

    private string Root => folder.File("artifacts");

    public void Dispose()
    {
        opened.ForEach(store => store.Dispose());
        folder.Dispose();
    }

    protected override Task<IArtifactStore> OpenAsync()
    {
        opened.Add(LocalArtifactStore.Open(Root));
        return Task.FromResult<IArtifactStore>(opened[^1]);
    }

    [Theory]
    [InlineData(28, "There is no space left on the disk. Free some space and run again; nothing half-written was kept.")]
    [InlineData(122, "There is no space left on the disk. Free some space and run again; nothing half-written was kept.")]
    [InlineData(30, "The disk is read-only. Mount it writable, or choose another folder.")]
    [InlineData(5, "The disk reported an error. Check the disk, then run again.")]
    public async Task A_failing_disk_gives_one_clear_message_and_leaves_nothing(int code, string words)
    {
        using var store = LocalArtifactStore.Open(Root, null, file => new FailingStream(file, 100_000, new IOException("raw", code)));

        var act = () => PutAsync(store, "c/m/doc.bin", Bytes(300_000));

        (await act.Should().ThrowAsync<ArtifactStoreException>()).Which.Message.Should().Be($"Artifact 'c/m/doc.bin': {words}");
        (await store.ListAsync("", default).ToListAsync()).Should().BeEmpty();
        folder.Files().Should().OnlyContain(file => Path.GetFileName(file) == "lock");
        await PutAsync(store, "c/m/small.bin", Bytes(10));
    }

    [Fact]
    public async Task A_lack_of_rights_is_said_as_such()
    {
        using var store = LocalArtifactStore.Open(Root, null, file => new FailingStream(file, 0, new UnauthorizedAccessException("raw")));

        var act = () => PutAsync(store, "c/m/doc.bin", Bytes(10));

        await act.Should().ThrowAsync<ArtifactStoreException>().WithMessage("*no right*Give this user the right*");
    }

    [Fact]
    public async Task A_callback_that_swallows_a_disk_error_publishes_nothing()
    {
        using var store = LocalArtifactStore.Open(Root, null, file => new FailingStream(file, 0, new IOException("raw", 28)));

        var act = () => store.PutAsync(
            Key("c/m/doc.bin"),
            async (stream, cancellationToken) =>
            {
                try
                {
                    await stream.WriteAsync(Bytes(100_000), cancellationToken);
                }
                catch (ArtifactStoreException)
                {
                    // What a careless caller would do.
                }
            },
            default);

        await act.Should().ThrowAsync<ArtifactStoreException>();
        (await GetAsync(store, "c/m/doc.bin")).Should().BeNull();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_with_its_path()
    {
        File.WriteAllText(folder.File("file"), "in the way");

        var act = () => LocalArtifactStore.Open(folder.File("file/artifacts"));

        act.Should().Throw<StoreFileException>().WithMessage($"{folder.File("file/artifacts")}: *").Which.Remedy.Should().NotBeEmpty();
    }

    [Fact]
    public async Task Unfinished_files_of_dead_processes_are_removed_and_those_of_living_ones_kept()
    {
        var living = await OpenAsync();
        var dead = Directory.CreateDirectory(Path.Combine(Root, "~temp", "99999-0")).FullName;
        await File.WriteAllTextAsync(Path.Combine(dead, "lock"), "");
        await File.WriteAllTextAsync(Path.Combine(dead, "000001"), "half a document");
        var noLock = Directory.CreateDirectory(Path.Combine(Root, "~temp", "99999-1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(noLock, "000001"), "half a document");

        await living.PutAsync(
            Key("c/m/doc.bin"),
            async (stream, cancellationToken) =>
            {
                await stream.WriteAsync(Bytes(100_000), cancellationToken);
                await OpenAsync();
            },
            default);

        Directory.Exists(dead).Should().BeFalse();
        Directory.Exists(noLock).Should().BeFalse();
        (await GetAsync(living, "c/m/doc.bin")).Should().HaveCount(100_000);
    }

    [Fact]
    public async Task Nothing_but_documents_is_left_when_a_store_is_closed()
    {
        using (var store = LocalArtifactStore.Open(Root))
        {
            await PutAsync(store, "c/m/doc.bin", Bytes(10));
            var act = () => PutAsync(store, "c/m/doc.bin", Bytes(10));
            await act.Should().ThrowAsync<ArtifactExistsException>();
        }

        folder.Files().Should().Equal(Path.Combine(Root, "c", "m", "doc.bin"));
    }

    [Fact]
    public async Task Symbolic_links_are_neither_followed_nor_listed()
    {
        var outside = Directory.CreateDirectory(folder.File("outside")).FullName;
        await File.WriteAllTextAsync(Path.Combine(outside, "secret"), "x");
        var store = await OpenAsync();
        await PutAsync(store, "c/m/real", [1]);
        Directory.CreateSymbolicLink(Path.Combine(Root, "c", "linked"), outside);
        File.CreateSymbolicLink(Path.Combine(Root, "c", "m", "alias"), Path.Combine(outside, "secret"));
        File.CreateSymbolicLink(Path.Combine(Root, "c", "m", "dangling"), folder.File("nowhere"));

        await store.Invoking(it => it.OpenReadAsync(Key("c/linked/secret"), default)).Should().ThrowAsync<ArtifactStoreException>().WithMessage("*symbolic link*");
        await store.Invoking(it => it.OpenReadAsync(Key("c/m/alias"), default)).Should().ThrowAsync<ArtifactStoreException>();
        await store.Invoking(it => PutAsync(it, "c/linked/new", [1])).Should().ThrowAsync<ArtifactStoreException>();
        await store.Invoking(it => PutAsync(it, "c/m/dangling", [1])).Should().ThrowAsync<ArtifactStoreException>();
        await store.Invoking(it => it.DeleteAsync(Key("c/linked/secret"), default)).Should().ThrowAsync<ArtifactStoreException>();
        (await store.ListAsync("", default).ToListAsync()).Should().Equal(Key("c/m/real"));
        (await store.ListAsync("c/linked/", default).ToListAsync()).Should().BeEmpty();
        Directory.GetFiles(outside).Should().ContainSingle();
    }

    [Fact]
    public async Task A_document_in_the_place_of_a_folder_is_said_as_such()
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m", [1]);

        var act = () => PutAsync(store, "c/m/doc", [1]);

        await act.Should().ThrowAsync<ArtifactStoreException>().WithMessage("*A file stands where a folder is needed*");
    }

    [Fact]
    public async Task A_default_key_is_refused()
    {
        var store = await OpenAsync();

        await store.Invoking(it => it.OpenReadAsync(default, default)).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task What_is_no_key_is_not_listed()
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m/a", [1]);
        await File.WriteAllTextAsync(Path.Combine(Root, "c", "m", "Thumbs.DB"), "stranger");

        (await store.ListAsync("", default).ToListAsync()).Should().Equal(Key("c/m/a"));
    }

    [Fact]
    public async Task Many_writers_of_one_key_make_one_document()
    {
        var store = await OpenAsync();

        var puts = Enumerable.Range(0, 16).Select(number => Task.Run(() => PutAsync(store, "c/m/doc", [(byte)number]))).ToList();
        await Task.WhenAll(puts.Select(put => put.ContinueWith(_ => { }, TaskScheduler.Default)));

        puts.Count(put => put.IsCompletedSuccessfully).Should().Be(1);
        puts.Where(put => put.IsFaulted).Should().OnlyContain(put => put.Exception!.InnerException is ArtifactExistsException);
        (await GetAsync(store, "c/m/doc")).Should().Equal((byte)puts.FindIndex(put => put.IsCompletedSuccessfully));
    }
}
