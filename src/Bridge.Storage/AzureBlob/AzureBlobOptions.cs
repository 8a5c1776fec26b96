using Bridge.Rails.Abstractions.Http;

namespace Bridge.Storage.AzureBlob;

/// <summary>Where a container is and how to get in: either a connection string, or an address that carries its signature.</summary>
public sealed record AzureBlobOptions
{
    /// <summary>Container, made when it is missing and the account allows it.</summary>
    public required string Container { get; init; }

    /// <summary>Connection string of the storage account; null when an address is given.</summary>
    public SecretText? ConnectionString { get; init; }

    /// <summary>Address of the account's blob service with a shared access signature; null when a connection string is given.</summary>
    public SecretText? ServiceUri { get; init; }

    /// <summary>Longest time of one request before it is tried again.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that failed on the way is repeated.</summary>
    public int Retries { get; init; } = 4;

    /// <summary>Pause before the first repetition; it doubles with each.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>Options of one secret, which may be either of the two.</summary>
    public static AzureBlobOptions Of(SecretText secret, string container) => secret.Reveal().StartsWith("http", StringComparison.OrdinalIgnoreCase)
        ? new() { Container = container, ServiceUri = secret }
        : new() { Container = container, ConnectionString = secret };
}
