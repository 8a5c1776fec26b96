using Bridge.Engine.Artifacts;
using Bridge.Storage.Tests.Contracts;
using Bridge.Testing.Stores;

namespace Bridge.Storage.Tests.InMemory;

public sealed class InMemoryArtifactStoreTests : ArtifactStoreContract
{
    private readonly InMemoryArtifactStore store = new();

    protected override Task<IArtifactStore> OpenAsync() => Task.FromResult<IArtifactStore>(store);

    [Theory]
    [InlineData(StorageFault.NoSpace, typeof(ArtifactStoreException), 0)]
    [InlineData(StorageFault.LoseUnsynced, typeof(SimulatedCrashException), 0)]
    [InlineData(StorageFault.CrashAfterSync, typeof(SimulatedCrashException), 1)]
    public async Task A_planned_fault_hits_one_write(StorageFault fault, Type error, int kept)
    {
        store.Faults.Next(fault);

        var act = () => PutAsync(store, "c/m/a", [1]);

        (await act.Should().ThrowAsync<Exception>()).Which.Should().BeOfType(error);
        store.Count.Should().Be(kept);
        await PutAsync(store, "c/m/b", [2]);
        store.Find(Key("c/m/b")).Should().Equal(2);
    }
}
