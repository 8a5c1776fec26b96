using Bridge.Engine.Execution;
using Bridge.Storage.Tests.Contracts;
using Bridge.Testing.Stores;

namespace Bridge.Storage.Tests.InMemory;

public sealed class InMemoryRunStoreTests : RunStoreContract
{
    private Func<InMemoryRunStore>? reopen;

    protected override Task<IRunStore> OpenStoreAsync()
    {
        var store = reopen?.Invoke() ?? new(Time);
        reopen = store.Reopen;
        return Task.FromResult<IRunStore>(store);
    }

    protected override Task EndAsync(IRunStore store)
    {
        ((InMemoryRunStore)store).Kill();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_full_disk_refuses_one_append_and_lets_the_next_pass()
    {
        var store = (InMemoryRunStore)await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        store.Faults.Next(StorageFault.NoSpace);

        var act = () => store.AppendAsync(epoch, Record(), [new StoreChange.SetCheckpoint("c", "1")], default);

        (await act.Should().ThrowAsync<StoreFileException>()).WithMessage("*space*");
        (await store.FindCheckpointAsync("c", default)).Should().BeNull();
        (await store.AppendAsync(epoch, Record(), [], default)).Sequence.Should().Be(2);
    }

    [Theory]
    [InlineData(StorageFault.LoseUnsynced, 1, null)]
    [InlineData(StorageFault.CrashAfterSync, 2, "1")]
    public async Task A_crash_keeps_a_whole_append_or_nothing_of_it(StorageFault fault, int records, string? checkpoint)
    {
        var store = (InMemoryRunStore)await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        store.Faults.Next(fault);

        var act = () => store.AppendAsync(epoch, Record(), [new StoreChange.SetCheckpoint("c", "1")], default);

        await act.Should().ThrowAsync<SimulatedCrashException>();
        await store.Invoking(dead => dead.FindCheckpointAsync("c", default)).Should().ThrowAsync<SimulatedCrashException>();
        var next = store.Reopen();
        (await next.VerifyJournalAsync(default)).Should().Be(records);
        (await next.FindCheckpointAsync("c", default)).Should().Be(checkpoint);
        (await next.TakeOwnershipAsync("next", default)).Value.Should().Be(2);
    }

    [Fact]
    public async Task Verification_names_the_record_that_was_tampered_with()
    {
        var store = (InMemoryRunStore)await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        await store.AppendAsync(epoch, Record("a"), [], default);
        await store.AppendAsync(epoch, Record("b"), [], default);

        store.Tamper(2, entry => entry with { Record = Record("c") });

        (await store.Invoking(broken => broken.VerifyJournalAsync(default)).Should().ThrowAsync<RunStoreCorruptException>()).Which.Sequence.Should().Be(2);
    }
}
