using Bridge.Engine.Execution;
using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>The id map as a plan sees it: a frozen input, read as a stream.</summary>
public interface IIdMap
{
    /// <summary>Rows of one entity, in ordinal order of the source key.</summary>
    IAsyncEnumerable<IdMapRow> ReadAsync(EntityKind entity, CancellationToken cancellationToken);
}
