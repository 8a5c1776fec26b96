using Azure.Storage.Blobs;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Http;
using Bridge.Storage.AzureBlob;
using Bridge.Storage.Tests.Contracts;

namespace Bridge.Storage.Tests.AzureBlob;

[Collection(AzuriteCollection.Name)]
public sealed class AzureBlobArtifactStoreTests(Azurite azurite) : ArtifactStoreContract
{
    private static int last;
    private readonly string container = $"test-{Interlocked.Increment(ref last)}";

    private BlobContainerClient Container => new(azurite.ConnectionString.Reveal(), container);

    protected override async Task<IArtifactStore> OpenAsync() => await AzureBlobArtifactStore.OpenAsync(azurite.Options(container), default);

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_known_as_its_own()
    {
        var transport = new LossyTransport(request => request.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal));
        var store = await AzureBlobArtifactStore.OpenAsync(azurite.Options(container), transport, default);

        await PutAsync(store, "c/m/doc.bin", Bytes(5_000_000));

        transport.Lost.Should().BeGreaterThan(1, "the commit was sent again");
        (await GetAsync(store, "c/m/doc.bin")).Should().Equal(Bytes(5_000_000));
    }

    [Fact]
    public async Task Many_writers_of_one_key_make_one_document()
    {
        var store = await OpenAsync();

        var puts = Enumerable.Range(0, 8).Select(number => PutAsync(store, "c/m/doc", Bytes(4_300_000, number))).ToList();
        await Task.WhenAll(puts.Select(put => put.ContinueWith(_ => { }, TaskScheduler.Default)));

        puts.Count(put => put.IsCompletedSuccessfully).Should().Be(1);
        puts.Where(put => put.IsFaulted).Should().OnlyContain(put => put.Exception!.InnerException is ArtifactExistsException);
        (await GetAsync(store, "c/m/doc")).Should().Equal(Bytes(4_300_000, puts.FindIndex(put => put.IsCompletedSuccessfully)));
    }

    [Fact]
    public async Task Blobs_of_others_in_the_container_are_not_listed()
    {
        var store = await OpenAsync();
        await PutAsync(store, "c/m/a", [1]);
        await Container.UploadBlobAsync("Other Program.TXT", new BinaryData("x"));

        (await store.ListAsync("", default).ToListAsync()).Should().Equal(Key("c/m/a"));
    }

    [Fact]
    public async Task A_container_that_went_away_is_said_with_its_name()
    {
        var store = await OpenAsync();
        await Container.DeleteAsync();

        var put = () => PutAsync(store, "c/m/doc", [1]);
        var list = async () => await store.ListAsync("c/m/", default).ToListAsync();
        var read = () => store.OpenReadAsync(Key("c/m/doc"), default);

        (await put.Should().ThrowAsync<ArtifactStoreException>()).WithMessage($"Artifact 'c/m/doc': container '{container}' does not exist. Make the container, or check its name.");
        (await list.Should().ThrowAsync<ArtifactStoreException>()).WithMessage("*'c/m'*does not exist*");
        (await read.Should().ThrowAsync<ArtifactStoreException>()).WithMessage("*does not exist*");
    }

    [Fact]
    public async Task A_wrong_key_is_said_as_such_and_quotes_nothing_of_it()
    {
        var wrong = Convert.ToBase64String(new byte[64]);
        var text = azurite.ConnectionString.Reveal();
        var begin = text.IndexOf("AccountKey=", StringComparison.Ordinal) + 11;
        var options = azurite.Options(container) with { ConnectionString = new SecretText(text[..begin] + wrong + text[text.IndexOf(';', begin)..]) };

        var act = () => AzureBlobArtifactStore.OpenAsync(options, default);

        var error = (await act.Should().ThrowAsync<StoreFileException>()).Which;
        error.Message.Should().Be(
            $"Azure Blob store: container '{container}' refused the credential. Check the connection string or signature (its key may have been renewed, its time may be over) and the network rules of the account.");
        error.ToString().Should().NotContain(wrong).And.NotContain("SharedKey");
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_said_as_such()
    {
        // Port 9 of the loopback: nobody listens there.
        var options = azurite.Options(container) with
        {
            ConnectionString = new SecretText(azurite.ConnectionString.Reveal().Replace(azurite.BlobEndpoint.Authority, "127.0.0.1:9", StringComparison.Ordinal)),
        };

        var act = () => AzureBlobArtifactStore.OpenAsync(options, default);

        (await act.Should().ThrowAsync<StoreFileException>()).WithMessage($"*container '{container}' cannot be reached*Check the network*");
    }

    [Theory]
    [InlineData("nonsense with secret words")]
    [InlineData("AccountName=a;AccountKey=???;EndpointSuffix=x")]
    [InlineData("http://[secret words")]
    public async Task Options_that_cannot_be_read_are_refused_without_quoting_them(string secret)
    {
        var act = () => AzureBlobArtifactStore.OpenAsync(AzureBlobOptions.Of(new SecretText(secret), container), default);

        var error = (await act.Should().ThrowAsync<StoreFileException>()).Which;
        error.Message.Should().Contain($"container '{container}' cannot be read");
        error.ToString().Should().NotContain(secret);
    }

    [Fact]
    public async Task Both_or_neither_way_in_is_refused()
    {
        var both = azurite.Options(container) with { ServiceUri = new SecretText("http://127.0.0.1:9/x") };
        var neither = new AzureBlobOptions { Container = container };

        await FluentActions.Awaiting(() => AzureBlobArtifactStore.OpenAsync(both, default)).Should().ThrowAsync<StoreFileException>();
        await FluentActions.Awaiting(() => AzureBlobArtifactStore.OpenAsync(neither, default)).Should().ThrowAsync<StoreFileException>();
    }

    [Fact]
    public async Task An_address_with_a_signature_opens_the_same_documents()
    {
        await PutAsync(await OpenAsync(), "c/m/doc", [7]);
        var signed = new BlobServiceClient(azurite.ConnectionString.Reveal()).GenerateAccountSasUri(
            Azure.Storage.Sas.AccountSasPermissions.All, DateTimeOffset.UtcNow.AddHours(1), Azure.Storage.Sas.AccountSasResourceTypes.All);

        var store = await AzureBlobArtifactStore.OpenAsync(AzureBlobOptions.Of(new SecretText(signed.ToString()), container), default);

        (await GetAsync(store, "c/m/doc")).Should().Equal(7);
        await PutAsync(store, "c/m/more", [8]);
        (await store.ListAsync("c/", default).ToListAsync()).Should().HaveCount(2);
    }
}
