namespace Bridge.Rails.Abstractions.Http;

/// <summary>Puts a connection's credential on a request. Ready-made ones come from <see cref="RailCredential"/>.</summary>
public interface IRailCredential
{
    /// <summary>Secrets to hide wherever the rail echoes them.</summary>
    IReadOnlyList<SecretText> Secrets { get; }

    /// <summary>Whether a refused credential can be renewed; a read is then tried once more.</summary>
    bool CanRenew { get; }

    /// <summary>Sets the credential. Called for every attempt, so it replaces what is there.</summary>
    /// <exception cref="Errors.RailException">A token could not be had.</exception>
    ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>
    /// The rail answered 401 to a request that carried this credential. False when the credential was renewed meanwhile, so
    /// that the refusal says nothing about the present one.
    /// </summary>
    bool Refused(HttpRequestMessage request);
}
