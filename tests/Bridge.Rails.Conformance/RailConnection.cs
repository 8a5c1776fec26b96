using Bridge.Model.Findings;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;
using Bridge.Testing;
using Bridge.Testing.Privacy;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Rails.Conformance;

/// <summary>Opens connections in tests as a migration folder would: settings as written, secrets by reference.</summary>
public sealed class RailConnection
{
    private static readonly FileLocation Place = new("bridge.yaml", 1, 1);

    /// <summary>Name of the connection.</summary>
    public string Name { get; init; } = "acme-rail";

    /// <summary>Settings as written; a value that starts with <c>env:</c> is a reference to <see cref="Secrets"/>.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Secret by name.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>Clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Stands in for the network; null opens sockets.</summary>
    public Func<HttpMessageHandler>? Network { get; init; }

    /// <summary>Vault.</summary>
    public IPersonalValues Personal { get; init; } = new PlainPersonalValues();

    /// <summary>Folder that relative paths start from.</summary>
    public string BasePath { get; init; } = Path.GetTempPath();

    /// <summary>Share of the rate limit.</summary>
    public decimal RateShare { get; init; } = 0.6m;

    /// <summary>Loggers.</summary>
    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Opens the connection.</summary>
    /// <exception cref="InvalidOperationException">The settings have problems; the message names them.</exception>
    public IRail Open(IRailModule module, IWriteGate gate)
    {
        var findings = new List<Finding>();
        return TryOpen(module, gate, findings) is { } rail && findings.Count == 0
            ? rail
            : throw new InvalidOperationException(string.Join("\n", findings));
    }

    /// <summary>Opens the connection, or collects what is wrong with its settings.</summary>
    public IRail? TryOpen(IRailModule module, IWriteGate gate, ICollection<Finding> findings)
    {
        var secrets = new FixedSecrets(Secrets);
        var values = Settings.Select(pair => new SettingValue(pair.Key, [pair.Value], IsList: false, Place)).ToList();
        var reader = new SettingsReader(Name, module.Descriptor.Id, Place, BasePath, values, secrets, findings);
        return module.Open(reader, Environment(gate, secrets), findings);
    }

    private RailEnvironment Environment(IWriteGate gate, ISecretSource secrets) => new()
    {
        Time = Time,
        Ids = new SequentialIds(),
        Personal = Personal,
        Secrets = secrets,
        WriteGate = gate,
        RateLedger = new MemoryRateLedger(),
        RateShare = RateShare,
        Loggers = Loggers,
        PrimaryHandler = Network,
    };
}
