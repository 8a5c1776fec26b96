using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Settings;
using Microsoft.Extensions.Logging;

namespace Bridge.Rails.Abstractions;

/// <summary>Everything a connection needs from outside.</summary>
public sealed record RailEnvironment
{
    /// <summary>Clock; runs faster than real in a simulation.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Clock of network timeouts; null for <see cref="Time"/>. Stays real while a simulation runs faster.</summary>
    public TimeProvider? NetworkTime { get; init; }

    /// <summary>Ids.</summary>
    public required IIdSource Ids { get; init; }

    /// <summary>Door to the vault.</summary>
    public required IPersonalValues Personal { get; init; }

    /// <summary>Where secrets come from.</summary>
    public required ISecretSource Secrets { get; init; }

    /// <summary>Asked before every write; refuses all in a dry run.</summary>
    public required IWriteGate WriteGate { get; init; }

    /// <summary>Keeps what was spent of a rate budget over restarts.</summary>
    public required IRateLedger RateLedger { get; init; }

    /// <summary>Pacers of the process, so that connections on one rail account share one; null gives every connection its own.</summary>
    public RateAccounts? RateAccounts { get; init; }

    /// <summary>Share of the account's rate limit that Bridge may use, above 0 and at most 1.</summary>
    public decimal RateShare { get; init; } = 0.6m;

    /// <summary>Loggers.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Stands in for the network in tests; null for real sockets.</summary>
    public Func<HttpMessageHandler>? PrimaryHandler { get; init; }
}
