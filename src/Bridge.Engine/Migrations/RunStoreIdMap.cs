using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Migrations;

/// <summary>The id map of a run store, as plans read it.</summary>
/// <param name="store">Run store.</param>
internal sealed class RunStoreIdMap(IRunStore store) : IIdMap
{
    public IAsyncEnumerable<IdMapRow> ReadAsync(EntityKind entity, CancellationToken cancellationToken) => store.ReadIdMapAsync(entity, cancellationToken);
}
