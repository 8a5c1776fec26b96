using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Engine.Privacy;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Storage.AzureBlob;
using Bridge.Storage.Local;
using Bridge.Storage.Sqlite;
using Bridge.Storage.Sqlite.Vault;
using Microsoft.Extensions.Logging;

namespace Bridge.Storage;

/// <summary>
/// The stores of one migration, all below its folder: <c>.bridge/artifacts</c>, <c>.bridge/run.db</c>, <c>.bridge/vault.db</c>,
/// <c>.bridge/keys</c>, <c>.bridge/scratch</c> and <c>outbox</c>. Artifacts may rest in a blob container instead. The rate ledger
/// belongs to the installation when the host names a folder for it.
/// </summary>
public sealed class MigrationStores : IAsyncDisposable
{
    private readonly SqliteRateLedger ledger;
    private readonly KeyFileApprovalSigner signer;

    private MigrationStores(IArtifactStore artifacts, IRunStore runs, IPersonalVault vault, IScratchSpace scratch, IOutbox outbox, KeyFileApprovalSigner signer, SqliteRateLedger ledger)
    {
        Artifacts = artifacts;
        Runs = runs;
        Vault = vault;
        Scratch = scratch;
        Outbox = outbox;
        this.signer = signer;
        this.ledger = ledger;
    }

    /// <summary>Artifacts.</summary>
    public IArtifactStore Artifacts { get; }

    /// <summary>Run state.</summary>
    public IRunStore Runs { get; }

    /// <summary>Personal values.</summary>
    public IPersonalVault Vault { get; }

    /// <summary>Tells the key that personal values and raw pages are encrypted under from others.</summary>
    public string KeyFingerprint => ((SqlitePersonalVault)Vault).KeyFingerprint;

    /// <summary>Room for work.</summary>
    public IScratchSpace Scratch { get; }

    /// <summary>Files and tasks for people.</summary>
    public IOutbox Outbox { get; }

    /// <summary>Signing key.</summary>
    public KeyFileApprovalSigner Signer => signer;

    /// <summary>What was spent of rate budgets.</summary>
    public IRateLedger RateLedger => ledger;

    /// <summary>Opens the stores of a migration; makes what is not there yet. When one cannot be opened, none stays open.</summary>
    /// <param name="definition">The migration.</param>
    /// <param name="secrets">Resolves the reference to the blob account.</param>
    /// <param name="time">Clock.</param>
    /// <param name="loggers">Loggers.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="StoreFileException">A store cannot be used; says which, why and what to do.</exception>
    /// <exception cref="RunStoreCorruptException">The run store was damaged or edited.</exception>
    public static Task<MigrationStores> OpenAsync(
        MigrationDefinition definition, ISecretSource secrets, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken) =>
        OpenAsync(definition, secrets, time, loggers, null, cancellationToken);

    /// <summary>As above, with a folder for what the migrations of an installation share.</summary>
    /// <param name="definition">The migration.</param>
    /// <param name="secrets">Resolves the reference to the blob account.</param>
    /// <param name="time">Clock.</param>
    /// <param name="loggers">Loggers.</param>
    /// <param name="installation">Folder of the rate ledger; null keeps it with this migration.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static async Task<MigrationStores> OpenAsync(
        MigrationDefinition definition,
        ISecretSource secrets,
        TimeProvider time,
        ILoggerFactory loggers,
        string? installation,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var home = MakeHome(definition.Folder);
        var opened = new Stack<object>();
        T Keep<T>(T store)
            where T : notnull
        {
            opened.Push(store);
            return store;
        }

        try
        {
            return new MigrationStores(
                Keep(await OpenArtifactsAsync(definition, home, secrets, loggers, cancellationToken)),
                Keep(SqliteRunStore.Open(Path.Combine(home, "run.db"), time)),
                Keep(OpenVault(definition, home, secrets, time)),
                new LocalScratchSpace(Path.Combine(home, "scratch")),
                new LocalOutbox(Path.Combine(definition.Folder, "outbox")),
                Keep(KeyFileApprovalSigner.Open(Path.Combine(home, "keys", "installation.key"))),
                Keep(SqliteRateLedger.Open(Path.Combine(installation ?? home, "rates.db"), time)));
        }
        catch
        {
            foreach (var store in opened)
            {
                await CloseAsync(store);
            }

            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var store in new object[] { Vault, Runs, ledger, signer, Scratch, Artifacts })
        {
            await CloseAsync(store);
        }
    }

    private static async ValueTask CloseAsync(object store)
    {
        if (store is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            (store as IDisposable)?.Dispose();
        }
    }

    // Keys and personal values lie here: for this user alone, and never in a repository by accident.
    private static string MakeHome(string folder)
    {
        var home = Path.Combine(folder, ".bridge");
        try
        {
            if (!Directory.Exists(home))
            {
                _ = OperatingSystem.IsWindows()
                    ? Directory.CreateDirectory(home)
                    : Directory.CreateDirectory(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var ignore = Path.Combine(home, ".gitignore");
            if (!File.Exists(ignore))
            {
                File.WriteAllText(ignore, "*\n");
            }

            return home;
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(home, fault.Problem, fault.Remedy, error);
        }
    }

    // A key that is named and not there is an error: another one in its place would make a vault that nobody can open later.
    private static SqlitePersonalVault OpenVault(MigrationDefinition definition, string home, ISecretSource secrets, TimeProvider time)
    {
        var path = Path.Combine(home, "vault.db");
        if (definition.ProgramKey is not { } reference)
        {
            return SqlitePersonalVault.Open(path, Path.Combine(home, "keys", "program.key"), time);
        }

        var key = secrets.Resolve(reference, definition.Folder) ?? throw new StoreFileException(
            "bridge.yaml", $"'keys.program' refers to {reference}, where there is no key.", "Put the key of this migration there; 'openssl rand -base64 32' makes one for a new migration.");
        return SqlitePersonalVault.Open(path, key, time);
    }

    private static async Task<IArtifactStore> OpenArtifactsAsync(
        MigrationDefinition definition, string home, ISecretSource secrets, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        if (definition.Artifacts is not { Store: "azureBlob", Connection: { } reference, Container: { } container })
        {
            return LocalArtifactStore.Open(Path.Combine(home, "artifacts"), loggers.CreateLogger<LocalArtifactStore>());
        }

        var secret = secrets.Resolve(reference, definition.Folder) ?? throw new StoreFileException(
            "bridge.yaml", $"'artifacts.connection' refers to {reference}, where there is no secret.", "Put the connection string of the storage account there.");
        return await AzureBlobArtifactStore.OpenAsync(AzureBlobOptions.Of(secret, container), cancellationToken);
    }
}
