using Bridge.Engine.Approval;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Engine.Tests.Execution;

public sealed class PlanExecutorTests
{
    private static readonly RailErrorContext Where = new() { Rail = "fake", Connection = "acme-fake", Operation = "write" };

    [Fact]
    public async Task Applies_every_step_once_and_keeps_the_id_map()
    {
        var group = RunBench.Group("Creators");
        var link = RunBench.Link("L1", group.Id);
        var bench = await new RunBench().ApproveAsync(group, link);

        var run = await bench.RunAsync();

        run.Status.Should().Be(RunStatus.Completed);
        bench.Target.Groups.Values.Should().Equal("Creators");
        bench.Target.Links.Should().Equal("https://shop.example/L1");
        (await bench.Store.FindTargetAsync(link.Entity, "L1", CancellationToken.None))!.Target.Should().Be("https://t.example/1");
    }

    [Fact]
    public async Task The_intent_is_durable_before_the_call_and_the_outcome_after_it()
    {
        var group = RunBench.Group("Creators");
        var bench = await new RunBench().ApproveAsync(group);
        StepState? seenByTheCall = null;
        bench.Target.Fault = apply =>
        {
            seenByTheCall = bench.StateOf(group).GetAwaiter().GetResult();
            apply();
            return null;
        };

        await bench.RunAsync();

        seenByTheCall.Should().Be(StepState.Intended);
        (await bench.StateOf(group)).Should().Be(StepState.Applied);
    }

    [Fact]
    public async Task Progress_only_grows_and_ends_with_every_step()
    {
        var group = RunBench.Group("Creators");
        var links = Enumerable.Range(1, 20).Select(number => RunBench.Link($"L{number:00}", group.Id)).ToArray();
        var bench = await new RunBench().ApproveAsync([group, .. links]);
        var seen = new SeenProgress();

        await bench.RunAsync(progress: seen);

        seen.Done.Should().BeInAscendingOrder().And.HaveCountGreaterThan(20);
        seen.Done[^1].Should().Be(21);
    }

    [Fact]
    public async Task A_second_run_of_a_finished_plan_needs_an_approval_of_its_own()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"));
        await bench.RunAsync();

        var again = () => bench.RunAsync("run-2");

        (await again.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(ApprovalRefusal.Used);
        bench.Target.Groups.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_step_whose_parent_was_refused_is_blocked_and_not_sent()
    {
        var group = RunBench.Group("Creators");
        var link = RunBench.Link("L1", group.Id);
        var bench = await new RunBench().ApproveAsync(group, link);
        bench.Target.Fault = _ => new RailRejectedException(Where);

        var run = await bench.RunAsync();

        run.Status.Should().Be(RunStatus.Completed);
        (await bench.StateOf(group)).Should().Be(StepState.Failed);
        (await bench.StateOf(link)).Should().Be(StepState.Blocked);
        bench.Target.Links.Should().BeEmpty();
    }

    [Fact]
    public async Task The_run_stops_when_more_steps_fail_than_the_budget_allows()
    {
        var links = Enumerable.Range(1, 30).Select(number => RunBench.Link($"L{number:00}")).ToArray();
        var bench = await new RunBench().ApproveAsync(links);
        bench.Target.Fault = _ => new RailRejectedException(Where);

        var run = await bench.RunAsync(options: new ExecutionOptions { Concurrency = 1, FailureCount = 5, FailureShare = 0 });

        run.Status.Should().Be(RunStatus.Stopped);
        run.Reason.Should().StartWith("FailureBudget");
        (await bench.StateOf(links[^1])).Should().BeNull();
    }

    [Fact]
    public async Task A_link_whose_call_was_cut_off_becomes_a_question_and_is_never_sent_again()
    {
        var link = RunBench.Link("L1");
        var bench = await new RunBench().ApproveAsync(link);
        bench.Target.Fault = apply =>
        {
            apply();
            return new RailOutcomeUnknownException(Where, "the connection was lost");
        };

        await bench.RunThroughAsync();

        (await bench.StateOf(link)).Should().Be(StepState.NeedsHuman);
        bench.Target.Links.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_group_whose_call_was_cut_off_after_it_was_applied_is_found_and_not_doubled()
    {
        var group = RunBench.Group("Creators");
        var bench = await new RunBench().ApproveAsync(group);
        bench.Target.Fault = apply =>
        {
            apply();
            bench.Target.Fault = null;
            return new RailOutcomeUnknownException(Where, "the connection was lost");
        };

        await bench.RunThroughAsync();

        (await bench.StateOf(group)).Should().Be(StepState.Applied);
        bench.Target.Groups.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_group_whose_call_was_lost_before_it_was_applied_is_sent_again_after_the_settle_time()
    {
        var group = RunBench.Group("Creators");
        var bench = await new RunBench().ApproveAsync(group);
        bench.Target.Fault = _ =>
        {
            bench.Target.Fault = null;
            return new RailOutcomeUnknownException(Where, "the connection was lost");
        };
        var begun = bench.Time.GetUtcNow();

        await bench.RunThroughAsync();

        (await bench.StateOf(group)).Should().Be(StepState.Applied);
        bench.Target.Groups.Should().HaveCount(1);
        (bench.Time.GetUtcNow() - begun).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task A_target_that_leads_to_another_account_gets_no_call()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Creators"));
        bench.Target.Program = bench.Target.Program with { AccountId = "IR2" };

        var run = () => bench.RunAsync();

        (await run.Should().ThrowAsync<ApprovalRefusedException>()).Which.Refusal.Should().Be(ApprovalRefusal.OtherAccount);
        bench.Target.Groups.Should().BeEmpty();
    }

    [Fact]
    public async Task A_process_that_died_after_the_call_and_before_the_outcome_doubles_nothing()
    {
        var group = RunBench.Group("Creators");
        var bench = await new RunBench().ApproveAsync(group);
        bench.Target.Fault = apply =>
        {
            apply();
            bench.Store.Kill();
            return null;
        };
        var died = () => bench.RunAsync();
        await died.Should().ThrowAsync<Exception>();

        bench.Restart();
        await bench.RunThroughAsync();

        (await bench.StateOf(group)).Should().Be(StepState.Applied);
        bench.Target.Groups.Should().HaveCount(1);
    }

    private sealed class SeenProgress : IProgress<ExecutionProgress>
    {
        public List<long> Done { get; } = [];

        public void Report(ExecutionProgress value) => Done.Add(value.Done);
    }
}
