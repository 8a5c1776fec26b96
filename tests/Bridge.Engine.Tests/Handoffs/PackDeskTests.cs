using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;

namespace Bridge.Engine.Tests.Handoffs;

/// <summary>Files with personal data: who holds them, when they may go, and what stays of them.</summary>
public sealed class PackDeskTests
{
    [Fact]
    public async Task A_pack_may_be_deleted_once_the_portal_has_every_row()
    {
        var rig = await TaskRig.CreateAsync();
        await rig.Desk.ChangeAsync(TaskRig.Pack, new TaskChange { Owner = "Maria" }, "Maria", default);
        var before = await rig.Packs.HeldAsync(default).ToListAsync();

        await rig.MoveAsync("partner/1/create", TaskRig.Pack, WaitReasons.ForPartner);
        await rig.MoveAsync("partner/2/create", TaskRig.Pack, state: StepState.Applied);
        var after = await rig.Packs.HeldAsync(default).ToListAsync();

        before.Should().Equal(new HeldPack(TaskRig.Pack, TaskRig.Pack + ".csv", "Maria", 2, 2));
        before[0].MayBeDeleted.Should().BeFalse();
        after.Should().Equal(new HeldPack(TaskRig.Pack, TaskRig.Pack + ".csv", "Maria", 2, 0));
        after[0].MayBeDeleted.Should().BeTrue();
    }

    [Fact]
    public async Task Deleting_journals_name_and_hash_and_nothing_else()
    {
        var rig = await TaskRig.CreateAsync();
        await rig.MoveAsync("partner/1/create", TaskRig.Pack, WaitReasons.ForPartner);
        await rig.MoveAsync("partner/2/create", TaskRig.Pack, WaitReasons.ForPartner);

        var (removal, problem) = await rig.Packs.DiscardAsync(TaskRig.Pack, "Maria", anyway: false, default);
        var journaled = await rig.Packs.JournalRemovalsAsync(rig.Epoch, null, default);
        var again = await rig.Packs.JournalRemovalsAsync(rig.Epoch, null, default);

        problem.Should().BeNull();
        removal!.Sha256.Should().Be("3da601f1e0ce041ff28fc645950eb9d8e080cf09bf4bdbb79b01996161a79c4c");
        (journaled, again).Should().Be((1, 0));
        (await rig.Packs.HeldAsync(default).ToListAsync()).Should().BeEmpty();
        rig.Outbox.Answers.Should().BeEmpty();
        var entry = (await rig.Store.ReadJournalAsync(0, default).ToListAsync())[^1];
        JournalChain.Canonical(entry.Record).Should().Contain(removal.Sha256).And.Contain("prospect-import-000000000001.csv").And.Contain("Maria");
    }

    [Fact]
    public async Task A_pack_that_is_still_to_be_uploaded_is_kept_unless_it_is_meant()
    {
        var rig = await TaskRig.CreateAsync();

        var (refused, problem) = await rig.Packs.DiscardAsync(TaskRig.Pack, "Maria", anyway: false, default);
        var (removal, _) = await rig.Packs.DiscardAsync(TaskRig.Pack, "Maria", anyway: true, default);
        var (_, gone) = await rig.Packs.DiscardAsync(TaskRig.Pack, "Maria", anyway: true, default);

        refused.Should().BeNull();
        problem.Should().Contain("2 of 2 partners").And.Contain("import-result");
        removal.Should().NotBeNull();
        gone.Should().Contain("not in the outbox any more");
    }
}
