using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Reading;

/// <summary>Reads one kind of object page by page.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
public interface IEntityReader<T>
{
    /// <summary>Which entity.</summary>
    EntityKind Entity { get; }

    /// <summary>
    /// Streams pages. A page that was handed out can be read again: the same cursor gives the same page as long as the rail
    /// does not change.
    /// </summary>
    /// <exception cref="Errors.RailException">The rail refuses, cannot be reached or breaks its contract.</exception>
    IAsyncEnumerable<ReadPage<T>> ReadAsync(ReadScope scope, CancellationToken cancellationToken);
}
