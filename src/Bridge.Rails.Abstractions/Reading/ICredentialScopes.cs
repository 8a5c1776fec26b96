using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>
/// Looks, by reads alone, what the credentials of a connection may do: what is needed, what is missing, and what was granted
/// although nothing needs it. What the rail shows by no read is said to be not shown, never guessed.
/// </summary>
public interface ICredentialScopes
{
    /// <summary>Looks at each credential in turn. A refusal is a result, not an exception.</summary>
    /// <param name="writes">The writes that are needed, those of a plan or of the whole route.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    IAsyncEnumerable<CredentialScope> ReadScopesAsync(IReadOnlyCollection<WriteOperation> writes, CancellationToken cancellationToken);
}
