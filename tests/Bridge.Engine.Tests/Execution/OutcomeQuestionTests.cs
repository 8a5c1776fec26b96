using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Engine.Tests.Execution;

/// <summary>A call that nobody but a person can tell the outcome of becomes a question that can be answered.</summary>
public sealed class OutcomeQuestionTests
{
    private static readonly RailErrorContext Where = new() { Rail = "fake", Connection = "acme-fake", Operation = "write" };
    private readonly CreateLink link = RunBench.Link("L1");

    [Fact]
    public async Task The_run_ends_with_a_question_that_names_the_link()
    {
        var bench = await CutOffAsync(applied: true);

        var run = await bench.RunThroughAsync();

        run.Status.Should().Be(RunStatus.WaitingOnPeople);
        var slip = bench.Outbox.Slips.Should().ContainSingle().Subject.Value;
        ((string)slip["kind"]!).Should().Be("Question");
        ((string)slip["title"]!).Should().Contain("'L1'").And.Contain("https://shop.example/L1").And.Contain("99");
        ((string)slip["fields"]!["replaces"]!).Should().Be("https://click.example/L1");
    }

    [Fact]
    public async Task A_link_that_a_person_found_goes_to_the_id_map_and_is_not_sent_again()
    {
        var bench = await CutOffAsync(applied: true);
        await bench.RunThroughAsync();
        var asked = await bench.OpenTasksAsync();

        var problem = await bench.Tasks().AnswerAsync(asked.Single().Id, " https://t.example/1 ", "Kim", CancellationToken.None);
        var run = await bench.RunThroughAsync();

        problem.Should().BeNull();
        run.Status.Should().Be(RunStatus.Completed);
        bench.Target.Links.Should().HaveCount(1);
        (await bench.Store.FindTargetAsync(link.Entity, "L1", CancellationToken.None))!.Target.Should().Be("https://t.example/1");
        (await bench.OpenTasksAsync()).Should().BeEmpty();
        bench.Outbox.Slips.Should().BeEmpty();
    }

    [Fact]
    public async Task A_link_that_is_not_there_is_sent_once_more()
    {
        var bench = await CutOffAsync(applied: false);
        await bench.RunThroughAsync();

        await bench.Tasks().AnswerAsync((await bench.OpenTasksAsync()).Single().Id, "absent", "Kim", CancellationToken.None);
        var run = await bench.RunThroughAsync();

        run.Status.Should().Be(RunStatus.Completed);
        bench.Target.Links.Should().HaveCount(1);
        (await bench.StateOf(link)).Should().Be(StepState.Applied);
    }

    [Theory]
    [InlineData("done", "does not say which")]
    [InlineData("1/2", "no address")]
    [InlineData("ftp://t.example/1", "no address")]
    public async Task An_answer_that_names_no_link_is_refused_with_what_to_write(string answer, string problem)
    {
        var bench = await CutOffAsync(applied: true);
        await bench.RunThroughAsync();

        var told = await bench.Tasks().AnswerAsync((await bench.OpenTasksAsync()).Single().Id, answer, "Kim", CancellationToken.None);

        told.Should().Contain(problem).And.Contain("absent");
    }

    [Fact]
    public async Task A_question_whose_slip_a_crash_kept_from_the_outbox_is_written_at_the_next_start()
    {
        var bench = await CutOffAsync(applied: true);
        bench.Outbox.Fault = () =>
        {
            bench.Store.Kill();
            throw new IOException("the process died here");
        };
        var died = () => bench.RunThroughAsync();
        await died.Should().ThrowAsync<Exception>();
        bench.Outbox.Fault = null;
        bench.Restart();

        var run = await bench.RunThroughAsync();

        run.Status.Should().Be(RunStatus.WaitingOnPeople);
        bench.Outbox.Slips.Should().ContainSingle().Which.Key.Should().Be((await bench.OpenTasksAsync()).Single().Id);
        bench.Target.Links.Should().HaveCount(1);
    }

    [Fact]
    public async Task Steps_after_one_in_question_wait_for_the_answer()
    {
        var next = RunBench.Link("L2", link.Id);
        var bench = await CutOffAsync(applied: true, next);
        await bench.RunThroughAsync();
        (await bench.StateOf(next)).Should().BeNull();

        await bench.Tasks().AnswerAsync((await bench.OpenTasksAsync()).Single().Id, "https://t.example/1", "Kim", CancellationToken.None);
        await bench.RunThroughAsync();

        (await bench.StateOf(next)).Should().Be(StepState.Applied);
    }

    [Fact]
    public async Task Watching_ends_when_only_answers_are_missing()
    {
        var bench = await CutOffAsync(applied: true);

        var run = await bench.RunThroughAsync(new ExecutionOptions { Concurrency = 1, WaitForPeople = true });

        run.Status.Should().Be(RunStatus.WaitingOnPeople);
    }

    /// <summary>The first call of the run is cut off, the others work.</summary>
    private async Task<RunBench> CutOffAsync(bool applied, params PlanStep[] more)
    {
        var bench = await new RunBench().ApproveAsync([link, .. more]);
        bench.Target.Fault = apply =>
        {
            bench.Target.Fault = null;
            if (applied)
            {
                apply();
            }

            return new RailOutcomeUnknownException(Where, "the connection was lost");
        };
        return bench;
    }
}
