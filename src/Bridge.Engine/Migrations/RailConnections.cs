using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Engine.Migrations;

/// <summary>Turns the name of a connection into an open rail.</summary>
/// <param name="host">Host.</param>
public sealed class RailConnections(MigrationHost host)
{
    /// <summary>Opens a connection.</summary>
    /// <param name="name">Name in <c>bridge.yaml</c>.</param>
    /// <param name="gate">Asked before every write; null refuses all.</param>
    /// <exception cref="MigrationInvalidException">Its settings have problems; all of them are named.</exception>
    public IRail Open(string name, IWriteGate? gate)
    {
        var findings = new List<Finding>();
        var rail = TryOpen(name, gate, findings);
        return rail is not null && !findings.Exists(finding => finding.Severity == Severity.Blocking)
            ? rail
            : throw new MigrationInvalidException(findings);
    }

    /// <summary>The rail that a connection names.</summary>
    /// <exception cref="MigrationInvalidException">Bridge does not know it.</exception>
    public IRailModule ModuleOf(string name)
    {
        var findings = new List<Finding>();
        return FindModule(name, findings) ?? throw new MigrationInvalidException(findings);
    }

    /// <summary>Opens a connection and reports problems instead of throwing.</summary>
    public IRail? TryOpen(string name, IWriteGate? gate, ICollection<Finding> findings)
    {
        var connection = host.Definition.Connections[name];
        if (FindModule(name, findings) is not { } module)
        {
            return null;
        }

        var settings = new SettingsReader(name, connection.Rail, connection.Place, host.Definition.Folder, connection.Settings, host.Secrets, findings);
        var environment = new RailEnvironment
        {
            Time = host.Time,
            NetworkTime = host.NetworkTime,
            RateAccounts = host.RateAccounts,
            Ids = host.Ids,
            Personal = host.Vault,
            Secrets = host.Secrets,
            WriteGate = gate ?? ClosedWriteGate.Instance,
            RateLedger = host.RateLedger,
            RateShare = host.Definition.RateShare,
            Loggers = host.Loggers,
            PrimaryHandler = host.PrimaryHandler is { } handler ? () => handler(name) : null,
        };
        var rail = module.Open(settings, environment, findings);
        settings.ReportUnknown();
        return rail;
    }

    private IRailModule? FindModule(string name, ICollection<Finding> findings)
    {
        var connection = host.Definition.Connections[name];
        var module = host.Rails.FirstOrDefault(rail => rail.Descriptor.Id == connection.Rail);
        if (module is null)
        {
            findings.Add(new Finding
            {
                Code = "BRG-MIG-010",
                Severity = Severity.Blocking,
                Place = connection.Place.ToString(),
                Value = connection.Rail,
                Message = $"Connection '{name}' names a rail that Bridge does not know.",
                Remedy = $"Known rails: {string.Join(", ", host.Rails.Select(rail => rail.Descriptor.Id).Order(StringComparer.Ordinal))}.",
            });
        }

        return module;
    }
}
