namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Looks whether a connection can do its work: files present and readable, credentials, permissions, program state.</summary>
public interface IConnectionCheck
{
    /// <summary>Checks without changing anything; a failed check is a result, not an exception.</summary>
    IAsyncEnumerable<ConnectionCheck> CheckAsync(CancellationToken cancellationToken);
}
