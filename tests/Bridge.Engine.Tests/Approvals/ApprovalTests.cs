using Bridge.Engine.Approval;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Execution;

namespace Bridge.Engine.Tests.Approvals;

public sealed class ApprovalTests
{
    [Fact]
    public async Task Every_single_changed_byte_of_a_plan_is_refused()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"), RunBench.Link("L1"));
        var key = RunBench.Keys.Plan(bench.Plan.Hash);
        var bytes = bench.Artifacts.Find(key)!;

        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            bench.Artifacts.Tamper(key, changed);

            var open = () => StoredPlan.OpenAsync(bench.Artifacts, RunBench.Keys, bench.Plan.Hash, CancellationToken.None);

            await open.Should().ThrowAsync<PlanUnusableException>($"byte {at} was changed");
        }
    }

    [Fact]
    public async Task A_changed_approval_is_refused_before_the_first_call()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"));
        PlanApproval[] changed =
        [
            bench.Approval with { Approver = "Mallory" },
            bench.Approval with { ExpiresAt = bench.Approval.ExpiresAt.AddDays(1) },
            bench.Approval with { RunUntil = bench.Approval.RunUntil.AddDays(1) },
            bench.Approval with { PlanHash = new string('b', 64) },
            bench.Approval with { Signature = Convert.ToBase64String(new byte[32]) },
            bench.Approval with { Signature = "no base64" },
        ];

        foreach (var approval in changed)
        {
            var run = () => bench.RunAsync(approval: approval);

            (await run.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(ApprovalRefusal.Tampered);
        }

        bench.Target.Groups.Should().BeEmpty();
    }

    [Fact]
    public async Task An_expired_approval_starts_nothing()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"));
        bench.Time.Advance(TimeSpan.FromHours(73));

        var run = () => bench.RunAsync();

        (await run.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(ApprovalRefusal.Expired);
        bench.Target.Groups.Should().BeEmpty();
    }

    [Fact]
    public async Task Irreversible_steps_must_be_accepted_by_name()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Link("L1"));
        var epoch = await bench.Store.TakeOwnershipAsync("test", CancellationToken.None);

        var approve = () => bench.Desk().ApproveAsync(epoch, bench.Plan, new ApprovalRequest { Approver = "Kim" }, CancellationToken.None);

        (await approve.Should().ThrowAsync<ApprovalRefusedException>()).Which.Message.Should().Contain("createLink (1)").And.Contain("--accept-irreversible createLink");
    }

    [Fact]
    public async Task The_same_lines_give_the_same_hash()
    {
        var first = await new RunBench().ApproveAsync(RunBench.Group("Creators"), RunBench.Link("L1"));
        var second = await new RunBench().ApproveAsync(RunBench.Group("Creators"), RunBench.Link("L1"));

        second.Plan.Hash.Should().Be(first.Plan.Hash);
    }
}
