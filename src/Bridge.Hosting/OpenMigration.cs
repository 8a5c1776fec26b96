using Bridge.Engine.Migrations;
using Bridge.Model.Findings;
using Bridge.Rails;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Hosting;

/// <summary>A migration folder with everything it needs, open for one command.</summary>
public sealed class OpenMigration : IAsyncDisposable
{
    private readonly MigrationStores stores;
    private readonly RateAccounts accounts;

    private OpenMigration(MigrationHost host, MigrationStores stores, RateAccounts accounts)
    {
        this.stores = stores;
        this.accounts = accounts;
        Host = host;
        Pipeline = new MigrationPipeline(host);
    }

    /// <summary>The host.</summary>
    public MigrationHost Host { get; }

    /// <summary>The stages.</summary>
    public MigrationPipeline Pipeline { get; }

    /// <summary>Where the key comes from that personal values and raw pages are encrypted under.</summary>
    public string KeyOrigin => Host.Definition.ProgramKey ?? "generated file .bridge/keys/program.key, readable by its owner alone";

    /// <summary>Tells that key from others; says nothing about it.</summary>
    public string KeyFingerprint => stores.KeyFingerprint;

    /// <summary>The outbox folder.</summary>
    public string Outbox => OutboxOf(Host.Definition.Folder);

    /// <summary>The outbox folder of a migration.</summary>
    public static string OutboxOf(string folder) => Path.Combine(folder, "outbox");

    /// <summary>Opens a folder.</summary>
    /// <exception cref="MigrationInvalidException">There is no <c>bridge.yaml</c>, or it has problems; all of them are named.</exception>
    public static async Task<OpenMigration> OpenAsync(string folder, HostSettings settings, CancellationToken cancellationToken)
    {
        var definition = await ReadDefinitionAsync(Path.GetFullPath(folder), cancellationToken);
        var simulated = ClockOf(definition);
        var time = settings.Time ?? simulated?.ToTimeProvider() ?? TimeProvider.System;
        var secrets = new SecretReferences(settings.Environment);
        var stores = await MigrationStores.OpenAsync(definition, secrets, time, settings.Loggers ?? NullLoggerFactory.Instance, cancellationToken);
        var accounts = new RateAccounts(time, stores.RateLedger);
        var host = new MigrationHost
        {
            Definition = definition,
            Rails = [.. RailCatalog.BuiltIn().Modules],
            Artifacts = settings.ArtifactStore?.Invoke(stores.Artifacts) ?? stores.Artifacts,
            Runs = stores.Runs,
            Vault = stores.Vault,
            Scratch = stores.Scratch,
            Outbox = stores.Outbox,
            Signer = stores.Signer,
            RateLedger = stores.RateLedger,
            RateAccounts = accounts,
            Secrets = secrets,
            Time = time,
            NetworkTime = ReferenceEquals(time, TimeProvider.System) ? null : TimeProvider.System,
            Ids = new TimeSortedIds(time),
            Loggers = settings.Loggers ?? NullLoggerFactory.Instance,
            Operator = settings.Operator,
            PrimaryHandler = settings.PrimaryHandler,
        };
        return new OpenMigration(host, stores, accounts);
    }

    /// <summary>Reads the <c>bridge.yaml</c> of a folder and opens nothing.</summary>
    /// <exception cref="MigrationInvalidException">There is none, or it has problems; all of them are named.</exception>
    public static async Task<MigrationDefinition> ReadDefinitionAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, MigrationReader.FileName);
        if (!File.Exists(path))
        {
            throw new MigrationInvalidException([new Finding
            {
                Code = "BRG-MIG-000",
                Severity = Severity.Blocking,
                Place = folder,
                Message = $"There is no {MigrationReader.FileName} here, so this is no migration folder.",
                Remedy = "Go to the folder of a migration or name it with --dir; 'bridge init rakuten impact' makes a new one.",
            }]);
        }

        var findings = new List<Finding>();
        var definition = MigrationReader.Read(await File.ReadAllTextAsync(path, cancellationToken), folder, findings);
        return definition ?? throw new MigrationInvalidException(findings);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await accounts.DisposeAsync();
        await stores.DisposeAsync();
    }

    private static SimulatedClock? ClockOf(MigrationDefinition definition)
    {
        if (definition.SimulatedClock is not { } text)
        {
            return null;
        }

        return SimulatedClock.Parse(text) ?? throw new MigrationInvalidException([new Finding
        {
            Code = "BRG-MIG-008",
            Severity = Severity.Blocking,
            Place = MigrationReader.FileName,
            Value = text,
            Message = "'simulation.clock' is no clock.",
            Remedy = "Copy the line that 'bridge simulate' prints, or remove the key for real time.",
        }]);
    }
}
