using Bridge.Model.Identity;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer that creates must do.</summary>
/// <typeparam name="TPort">The port.</typeparam>
/// <typeparam name="TDraft">What is created.</typeparam>
/// <typeparam name="TRecord">How it reads back.</typeparam>
public abstract class CreatingWriterSuite<TPort, TDraft, TRecord>
    where TPort : class
{
    /// <summary>Which entity.</summary>
    protected abstract EntityKind Entity { get; }

    /// <summary>A world to write into.</summary>
    protected abstract IRailWorld NewWorld();

    /// <summary>Something to create there; the world holds nothing with its natural key.</summary>
    protected abstract TDraft Draft(IRailWorld world);

    /// <summary>Creates it.</summary>
    protected abstract Task<WriteReceipt> CreateAsync(TPort port, TDraft draft, WriteContext context);

    /// <summary>Undoes the creation with the declared verb; called only when one is declared.</summary>
    protected abstract Task UndoAsync(TPort port, WriteReceipt receipt, WriteContext context);

    /// <summary>The reader of what was created.</summary>
    protected abstract IEntityReader<TRecord> Reader(IRail rail);

    /// <summary>The record that a receipt names, among all that were read; null when it is not there or not in force any more.</summary>
    protected abstract TRecord? InForce(IEnumerable<TRecord> records, WriteReceipt receipt);

    /// <summary>Checks that a record shows every field of the draft.</summary>
    protected abstract void ShouldShow(TRecord record, TDraft draft);

    [Fact]
    public Task A_write_without_a_gate_never_reaches_the_wire() => InWorld(ClosedWriteGate.Instance, async (world, rail) =>
    {
        var context = await rail.ContextAsync();
        var write = () => CreateAsync(Port(rail), Draft(world), context);

        (await write.Should().ThrowAsync<WriteRefusedException>()).Which.Reason.Should().Be(WriteRefusal.ReadOnly);
        world.MutatingCalls.Should().Be(0);
    });

    [Fact]
    public Task A_creation_is_one_call_and_reads_back_equal() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var draft = Draft(world);

        var receipt = await CreateAsync(Port(rail), draft, await rail.ContextAsync());

        receipt.NativeId.Should().NotBeNullOrEmpty();
        receipt.ResponseHash.Should().HaveLength(64).And.MatchRegex("^[0-9a-f]*$");
        world.MutatingCalls.Should().Be(1);
        var record = InForce(await RecordsAsync(rail), receipt);
        record.Should().NotBeNull();
        ShouldShow(record!, draft);
    });

    [Fact]
    public Task The_lookup_finds_what_was_created_and_nothing_before() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var draft = Draft(world);
        var lookup = rail.Port<IWriteLookup<TDraft>>();
        lookup.Should().NotBeNull("a creation that is declared probeable needs its lookup");

        var before = await lookup!.FindAsync(draft, CancellationToken.None);
        var receipt = await CreateAsync(Port(rail), draft, await rail.ContextAsync());
        var after = await lookup.FindAsync(draft, CancellationToken.None);

        before.Should().BeEmpty();
        after.Should().ContainSingle().Which.Should().Match<FoundObject>(found => found.NativeId == receipt.NativeId && found.Equal);
    });

    [Fact]
    public Task The_declared_undo_undoes() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var declared = Declared(rail);
        if (declared.Undo is not { } undo)
        {
            declared.Reversibility.Should().Be(Reversibility.Irreversible);
            return;
        }

        declared.Reversibility.Should().NotBe(Reversibility.Irreversible);
        rail.Descriptor.Capabilities.Operation(Entity, undo, StepChannel.Api).Should().NotBeNull();
        var receipt = await CreateAsync(Port(rail), Draft(world), await rail.ContextAsync());

        await UndoAsync(Port(rail), receipt, await rail.ContextAsync("op-2"));

        InForce(await RecordsAsync(rail), receipt).Should().BeNull();
    });

    [Fact]
    public Task Is_declared_by_its_rail() => InWorld(ClosedWriteGate.Instance, (_, rail) =>
    {
        Declared(rail).Class.Should().NotBe(OperationClass.Human);
        Declared(rail).Source.Should().NotBeNullOrWhiteSpace();
        return Task.CompletedTask;
    });

    /// <summary>Runs a test against a new world.</summary>
    protected async Task InWorld(IWriteGate gate, Func<IRailWorld, IRail, Task> body)
    {
        await using var world = NewWorld();
        await world.RunAsync(async () =>
        {
            await using var rail = world.Open(gate);
            await body(world, rail);
        });
    }

    /// <summary>The port.</summary>
    protected static TPort Port(IRail rail) =>
        rail.Port<TPort>() ?? throw new InvalidOperationException($"{rail.Descriptor.Id} offers no {typeof(TPort).Name}.");

    /// <summary>All records.</summary>
    protected async Task<IReadOnlyList<TRecord>> RecordsAsync(IRail rail)
    {
        var records = new List<TRecord>();
        await foreach (var page in Reader(rail).ReadAsync(ReadScope.All, CancellationToken.None))
        {
            records.AddRange(page.Records.Select(read => read.Record));
        }

        return records;
    }

    private WriteOperation Declared(IRail rail) => rail.Descriptor.Capabilities.Operation(Entity, WriteVerb.Create, StepChannel.Api)
        ?? throw new InvalidOperationException($"{rail.Descriptor.Id} does not declare the creation of {EntityNames.Of(Entity)}.");
}
