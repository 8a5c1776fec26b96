using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>What every writer of partner groups must do.</summary>
public abstract class PartnerGroupWriterSuite : CreatingWriterSuite<IPartnerGroupWriter, PartnerGroupDraft, PartnerGroup>
{
    /// <inheritdoc />
    protected override EntityKind Entity => EntityKind.PartnerGroup;

    /// <summary>Ids of two partners that are in no group yet.</summary>
    protected abstract IReadOnlyList<string> Partners(IRailWorld world);

    [Fact]
    public Task Partners_join_and_leave_a_group() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var draft = Draft(world);
        var receipt = await CreateAsync(Port(rail), draft, await rail.ContextAsync());
        var group = new PartnerGroupId(receipt.NativeId!);
        var membership = new GroupMembership
        {
            Group = TargetRef.Known(group.Value),
            GroupName = draft.Name,
            Partners = [.. Partners(world).Select(TargetRef.Known)],
        };

        await Port(rail).AddMembersAsync(membership, await rail.ContextAsync("op-2"), CancellationToken.None);
        var joined = await MembersAsync(rail, group);
        await Port(rail).RemoveMembersAsync(membership, await rail.ContextAsync("op-3"), CancellationToken.None);
        var left = await MembersAsync(rail, group);

        joined.Should().BeEquivalentTo(Partners(world));
        left.Should().BeEmpty();
    });

    [Fact]
    public Task Joining_twice_changes_nothing() => InWorld(new OpenGate(), async (world, rail) =>
    {
        var receipt = await CreateAsync(Port(rail), Draft(world), await rail.ContextAsync());
        var membership = new GroupMembership
        {
            Group = TargetRef.Known(receipt.NativeId!),
            GroupName = Draft(world).Name,
            Partners = [TargetRef.Known(Partners(world)[0])],
        };

        await Port(rail).AddMembersAsync(membership, await rail.ContextAsync("op-2"), CancellationToken.None);
        await Port(rail).AddMembersAsync(membership, await rail.ContextAsync("op-3"), CancellationToken.None);

        (await MembersAsync(rail, new PartnerGroupId(receipt.NativeId!))).Should().Equal(Partners(world)[0]);
    });

    /// <inheritdoc />
    protected override Task<WriteReceipt> CreateAsync(IPartnerGroupWriter port, PartnerGroupDraft draft, WriteContext context) =>
        port.CreateAsync(draft, context, CancellationToken.None);

    /// <inheritdoc />
    protected override Task UndoAsync(IPartnerGroupWriter port, WriteReceipt receipt, WriteContext context) =>
        port.DeleteAsync(new PartnerGroupId(receipt.NativeId!), context, CancellationToken.None);

    /// <inheritdoc />
    protected override IEntityReader<PartnerGroup> Reader(IRail rail) => rail.Port<IPartnerGroupReader>()!;

    /// <inheritdoc />
    protected override PartnerGroup? InForce(IEnumerable<PartnerGroup> records, WriteReceipt receipt) =>
        records.SingleOrDefault(group => group.Id.Value == receipt.NativeId);

    /// <inheritdoc />
    protected override void ShouldShow(PartnerGroup record, PartnerGroupDraft draft) => record.Name.Should().Be(draft.Name);

    private static async Task<IReadOnlyList<string>> MembersAsync(IRail rail, PartnerGroupId group)
    {
        var members = new List<string>();
        await foreach (var page in rail.Port<IPartnerReader>()!.ReadAsync(ReadScope.All, CancellationToken.None))
        {
            members.AddRange(page.Records.Where(read => read.Record.Groups.Contains(group)).Select(read => read.Record.Id.Value));
        }

        return members;
    }
}
