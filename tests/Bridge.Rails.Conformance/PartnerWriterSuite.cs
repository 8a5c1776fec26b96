using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer of partners must do.</summary>
public abstract class PartnerWriterSuite : CreatingWriterSuite<IPartnerWriter, PartnerDraft, Partner>
{
    /// <inheritdoc />
    protected override EntityKind Entity => EntityKind.Partner;

    /// <summary>Other reference values for a partner that a draft made.</summary>
    protected abstract PartnerAmendment Amendment(PartnerDraft draft, WriteReceipt receipt);

    [Fact]
    public Task An_amendment_sets_the_references_and_its_inverse_restores_them() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var draft = Draft(world);
        var receipt = await CreateAsync(Port(rail), draft, await rail.ContextAsync());
        var amendment = Amendment(draft, receipt);
        var inverse = amendment with { Before = amendment.After, After = amendment.Before };

        await Port(rail).AmendAsync(amendment, await rail.ContextAsync("op-2"), CancellationToken.None);
        var amended = InForce(await RecordsAsync(rail), receipt);
        await Port(rail).AmendAsync(inverse, await rail.ContextAsync("op-3"), CancellationToken.None);
        var restored = InForce(await RecordsAsync(rail), receipt);

        amended!.References.Should().Equal(amendment.After);
        restored!.References.Should().Equal(amendment.Before);
    });

    [Fact]
    public Task An_amendment_without_a_gate_never_reaches_the_wire() => InWorld(ClosedWriteGate.Instance, async (world, rail) =>
    {
        var amendment = Amendment(Draft(world), new WriteReceipt { NativeId = "1", ResponseHash = "" });
        var context = await rail.ContextAsync();
        var write = () => Port(rail).AmendAsync(amendment, context, CancellationToken.None);

        await write.Should().ThrowAsync<WriteRefusedException>();
        world.MutatingCalls.Should().Be(0);
    });

    /// <inheritdoc />
    protected override Task<WriteReceipt> CreateAsync(IPartnerWriter port, PartnerDraft draft, WriteContext context) =>
        port.CreateAsync(draft, context, CancellationToken.None);

    /// <inheritdoc />
    protected override Task UndoAsync(IPartnerWriter port, WriteReceipt receipt, WriteContext context) =>
        throw new InvalidOperationException("No port removes a partner: a rail that declares an undo overrides this.");

    /// <inheritdoc />
    protected override IEntityReader<Partner> Reader(IRail rail) => rail.Port<IPartnerReader>()!;

    /// <inheritdoc />
    protected override Partner? InForce(IEnumerable<Partner> records, WriteReceipt receipt) =>
        records.SingleOrDefault(partner => partner.Id.Value == receipt.NativeId);
}
