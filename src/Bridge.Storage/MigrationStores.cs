using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Migrations;
using Bridge.Engine.Privacy;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Storage.Local;
using Bridge.Storage.Sqlite;
using Bridge.Storage.Sqlite.Vault;
using Microsoft.Extensions.Logging;

namespace Bridge.Storage;

/// <summary>
/// The stores of one migration, all below its folder: <c>.bridge/artifacts</c>, <c>.bridge/run.db</c>, <c>.bridge/vault.db</c>,
/// <c>.bridge/keys</c>, <c>.bridge/scratch</c> and <c>outbox</c>. The rate ledger belongs to the installation.
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

    /// <summary>Room for work.</summary>
    public IScratchSpace Scratch { get; }

    /// <summary>Files and tasks for people.</summary>
    public IOutbox Outbox { get; }

    /// <summary>Signing key.</summary>
    public KeyFileApprovalSigner Signer => signer;

    /// <summary>What was spent of rate budgets.</summary>
    public IRateLedger RateLedger => ledger;

    /// <summary>Opens the stores of a migration; makes what is not there yet.</summary>
    /// <exception cref="StoreFileException">A store cannot be used; says which, why and what to do.</exception>
    public static Task<MigrationStores> OpenAsync(
        MigrationDefinition definition, ISecretSource secrets, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var home = Path.Combine(definition.Folder, ".bridge");
        return Task.FromResult(new MigrationStores(
            OpenArtifacts(definition, home, secrets, loggers),
            SqliteRunStore.Open(Path.Combine(home, "run.db"), time),
            SqlitePersonalVault.Open(Path.Combine(home, "vault.db"), Path.Combine(home, "keys", "program.key"), time),
            new LocalScratchSpace(Path.Combine(home, "scratch")),
            new LocalOutbox(Path.Combine(definition.Folder, "outbox")),
            KeyFileApprovalSigner.Open(Path.Combine(home, "keys", "installation.key")),
            SqliteRateLedger.Open(Path.Combine(home, "rates.db"), time)));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Vault.DisposeAsync();
        await Runs.DisposeAsync();
        await ledger.DisposeAsync();
        signer.Dispose();
        (Scratch as IDisposable)?.Dispose();
        (Artifacts as IDisposable)?.Dispose();
    }

    private static LocalArtifactStore OpenArtifacts(MigrationDefinition definition, string home, ISecretSource secrets, ILoggerFactory loggers)
    {
        _ = secrets;
        return LocalArtifactStore.Open(Path.Combine(home, "artifacts"), loggers.CreateLogger<LocalArtifactStore>());
    }
}
