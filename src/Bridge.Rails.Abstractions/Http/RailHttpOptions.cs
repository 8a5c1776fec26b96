using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Pacing;
using Microsoft.Extensions.Logging;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>Everything a <see cref="RailHttpClient"/> is built from.</summary>
public sealed record RailHttpOptions
{
    /// <summary>Rail id.</summary>
    public required string Rail { get; init; }

    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Address that relative addresses start from: https, or http on loopback. Credentials go to its host alone.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>How the rail wants to be called.</summary>
    public required RailHttpProfile Profile { get; init; }

    /// <summary>Budget of the rate account.</summary>
    public required Pacer Pacer { get; init; }

    /// <summary>Whether disposing the client closes the pacer: it does when nobody shares it.</summary>
    public bool OwnsPacer { get; init; }

    /// <summary>Clock and timers.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>
    /// Clock of the attempt timeout; null for <see cref="Time"/>. In a simulation that runs faster than real the network does
    /// not, so its timeout stays on the real clock.
    /// </summary>
    public TimeProvider? NetworkTime { get; init; }

    /// <summary>Where calls are logged.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Asked before every write; refuses all unless another is given.</summary>
    public IWriteGate WriteGate { get; init; } = ClosedWriteGate.Instance;

    /// <summary>Credential of the connection.</summary>
    public IRailCredential Credential { get; init; } = RailCredential.None;

    /// <summary>The rail's table from error answers to meanings; null takes the default by status.</summary>
    public RailErrorClassifier? Classifier { get; init; }

    /// <summary>Headers of every request, without secrets: Accept, a version.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Further addresses whose hosts may receive the credential, for rails with several hosts.</summary>
    public IReadOnlyList<Uri> AlsoAllowed { get; init; } = [];

    /// <summary>Stands in for the network; null opens sockets.</summary>
    public HttpMessageHandler? PrimaryHandler { get; init; }

    /// <summary>Seed of the jitter between attempts.</summary>
    public int JitterSeed { get; init; } = 1;

    /// <summary>Options of one connection in its environment, with the pacer of its rate account.</summary>
    /// <param name="environment">What the connection was given.</param>
    /// <param name="rail">Rail id.</param>
    /// <param name="connection">Name of the connection.</param>
    /// <param name="baseUrl">Address of the rail.</param>
    /// <param name="profile">How the rail wants to be called.</param>
    /// <param name="account">Which account, user or address the rail counts, without secrets; the rail id is put before it.</param>
    public static RailHttpOptions For(RailEnvironment environment, string rail, string connection, Uri baseUrl, RailHttpProfile profile, string account)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(profile);
        var pacing = new PacerOptions
        {
            Account = $"{rail}:{account}",
            Groups = profile.Groups,
            Share = environment.RateShare,
            MaxConcurrency = profile.MaxConcurrency.Value,
        };
        return new()
        {
            Rail = rail,
            Connection = connection,
            BaseUrl = baseUrl,
            Profile = profile,
            Pacer = environment.RateAccounts?.Get(pacing) ?? new Pacer(pacing, environment.Time, environment.RateLedger),
            OwnsPacer = environment.RateAccounts is null,
            Time = environment.Time,
            NetworkTime = environment.NetworkTime,
            Logger = environment.Loggers.CreateLogger($"Bridge.Rails.{rail}"),
            WriteGate = environment.WriteGate,
            PrimaryHandler = environment.PrimaryHandler?.Invoke(),
        };
    }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Rail);
        ArgumentException.ThrowIfNullOrWhiteSpace(Connection);
        foreach (var address in AlsoAllowed.Prepend(BaseUrl))
        {
            if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            {
                throw new ArgumentException($"Connection '{Connection}': an address of the rail must be absolute and https; http is for loopback alone.");
            }

            if (address.UserInfo.Length > 0)
            {
                throw new ArgumentException($"Connection '{Connection}': the address holds a user name or password; put the credential into its own setting.");
            }
        }
    }
}
