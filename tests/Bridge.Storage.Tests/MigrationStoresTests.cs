using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Storage.AzureBlob;
using Bridge.Storage.Tests.AzureBlob;
using Bridge.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Storage.Tests;

[Collection(AzuriteCollection.Name)]
public sealed class MigrationStoresTests(Azurite azurite) : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_rests_below_the_folder_of_the_migration()
    {
        PersonalValue email;
        await using (var stores = await OpenAsync(ArtifactDefinition.Local))
        {
            await stores.Artifacts.PutAsync(ArtifactKey.Parse("acme/m/plan"), (stream, token) => stream.WriteAsync("x"u8.ToArray(), token).AsTask(), default);
            await stores.Runs.TakeOwnershipAsync("owner", default);
            email = stores.Vault.Protect("acme/1", PersonalKind.Email, "ada@example.com");
            await stores.Vault.FlushAsync(default);
            await using var scratch = stores.Scratch.Create();
            await stores.Outbox.WriteSlipAsync("w-1", "{}"u8.ToArray(), default);
            (await stores.RateLedger.LoadAsync("impact", default)).Should().BeNull();
        }

        folder.Files().Select(file => Path.GetRelativePath(folder.Path, file)).Should().Equal(
            ".bridge/.gitignore", ".bridge/artifacts/acme/m/plan", ".bridge/keys/installation.key", ".bridge/keys/program.key", ".bridge/rates.db",
            ".bridge/run.db", ".bridge/run.db.head", ".bridge/run.db.lock", ".bridge/vault.db", "outbox/w-1.json");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(folder.File(".bridge")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await using var again = await OpenAsync(ArtifactDefinition.Local);
        again.Vault.Reveal(email).Should().Be("ada@example.com");
        (await again.Runs.VerifyJournalAsync(default)).Should().Be(1);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_leaves_none_open()
    {
        await (await OpenAsync(ArtifactDefinition.Local)).DisposeAsync();
        await File.WriteAllTextAsync(folder.File(".bridge/keys/program.key"), "hello");

        var act = () => OpenAsync(ArtifactDefinition.Local);

        await act.Should().ThrowAsync<StoreFileException>().WithMessage("*program.key*");
        folder.Files().Should().NotContain(file => file.EndsWith("-wal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rate_ledger_goes_where_the_installation_keeps_it()
    {
        var installation = folder.File("installation");
        await using var stores = await MigrationStores.OpenAsync(
            Definition(ArtifactDefinition.Local), new Secrets(null), new ManualTimeProvider(), NullLoggerFactory.Instance, installation, default);

        File.Exists(Path.Combine(installation, "rates.db")).Should().BeTrue();
        File.Exists(folder.File(".bridge/rates.db")).Should().BeFalse();
    }

    [Fact]
    public async Task Artifacts_rest_in_a_container_when_the_migration_says_so()
    {
        await using (var stores = await OpenAsync(new("azureBlob", "env:BLOBS", "stores-test"), azurite.ConnectionString))
        {
            await stores.Artifacts.PutAsync(ArtifactKey.Parse("acme/m/plan"), (stream, token) => stream.WriteAsync("x"u8.ToArray(), token).AsTask(), default);
        }

        var container = await AzureBlobArtifactStore.OpenAsync(azurite.Options("stores-test"), default);
        (await container.ListAsync("", default).ToListAsync()).Should().Equal(ArtifactKey.Parse("acme/m/plan"));
        Directory.Exists(folder.File(".bridge/artifacts")).Should().BeFalse();
    }

    [Fact]
    public async Task A_reference_without_a_secret_is_said_with_its_name()
    {
        var act = () => OpenAsync(new("azureBlob", "env:BLOBS", "stores-test"));

        await act.Should().ThrowAsync<StoreFileException>().WithMessage("bridge.yaml: 'artifacts.connection' refers to env:BLOBS*Put the connection string*");
    }

    private Task<MigrationStores> OpenAsync(ArtifactDefinition artifacts, SecretText? secret = null) =>
        MigrationStores.OpenAsync(Definition(artifacts), new Secrets(secret), new ManualTimeProvider(), NullLoggerFactory.Instance, default);

    private MigrationDefinition Definition(ArtifactDefinition artifacts) => new()
    {
        Folder = folder.Path,
        Client = "acme",
        Migration = "m",
        Connections = new Dictionary<string, ConnectionDefinition>(),
        Source = "a",
        Target = "b",
        Profile = folder.File("profile.yaml"),
        Artifacts = artifacts,
    };

    private sealed class Secrets(SecretText? secret) : ISecretSource
    {
        public SecretText? Resolve(string reference, string basePath) => reference == "env:BLOBS" ? secret : null;
    }
}
