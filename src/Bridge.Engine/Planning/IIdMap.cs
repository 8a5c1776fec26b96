using Bridge.Engine.Execution;
using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>The id map as a plan sees it: a frozen input, read as a stream.</summary>
public interface IIdMap
{
    /// <summary>Rows of one entity, in <see cref="Snapshots.KeyOrder"/> of the source key, each once.</summary>
    IAsyncEnumerable<IdMapRow> ReadAsync(EntityKind entity, CancellationToken cancellationToken);
}
