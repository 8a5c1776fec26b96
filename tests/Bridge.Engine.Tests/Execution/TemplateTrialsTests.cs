using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Tests.Execution;

public sealed class TemplateTrialsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Reissue = new ExecutionOptions().ReissueAfter;

    [Fact]
    public async Task An_answered_id_declares_a_template_and_lets_one_partner_get_it()
    {
        var bench = await DeclaredAsync();

        bench.Invited().Should().Equal("1");
        foreach (var key in new[] { "2", "3" })
        {
            var row = await bench.RowAsync(TrialBench.Create(key));
            (row!.State, row.Reason).Should().Be((StepState.Waiting, TemplateTrials.Waits));
            row.Message.Should().Be("Waits until the first contract of template 'Baseline' was read and is as planned.");
        }
    }

    [Fact]
    public async Task The_canarys_contract_proves_the_template_and_everybody_else_goes()
    {
        var bench = await DeclaredAsync();
        bench.Accept("1", lockDays: 30);

        await bench.LaterAsync(Hour);

        bench.Invited().Should().Equal("2", "3");
        (await bench.TrialAsync())!.State.Should().Be(TemplateState.Proved);
        var proof = await bench.Store.FindDocumentAsync(TemplateProof.Kind, "77", CancellationToken.None);
        proof.Should().Contain("\"template\":\"T1\"").And.Contain(TemplateTermsHash.Of(TrialBench.Terms(30)));
    }

    [Fact]
    public async Task A_wrong_lock_brings_the_template_back_to_its_builder_and_no_second_partner_gets_it()
    {
        var bench = await DeclaredAsync();
        bench.Accept("1", lockDays: 37);

        var run = await bench.LaterAsync(Hour);

        run.Status.Should().Be(RunStatus.WaitingOnPeople);
        bench.Invited().Should().BeEmpty();
        bench.BuildTask()!["wrong"]!.AsArray().Select(each => (string)each!).Should().HaveCount(2)
            .And.Contain("locking is Tracked+0m37d, must be Tracked+0m30d");
        ((int)bench.BuildTask()!["reissue"]!).Should().Be(1);
        (await bench.RowAsync(TrialBench.Establish("1")))!.Reason.Should().Be("TermsDiffer");

        await bench.AnswerAsync("T1");
        bench.Accept("1", lockDays: 30);
        await bench.LaterAsync(Hour);

        bench.BuildTask().Should().BeNull("what was corrected does not lie in the outbox any more");
        bench.Invited().Should().Equal("2", "3");
    }

    [Fact]
    public async Task A_correction_that_has_not_reached_the_contract_yet_is_no_new_mistake()
    {
        var bench = await DeclaredAsync();
        bench.Accept("1", lockDays: 37);
        await bench.LaterAsync(Hour);
        await bench.AnswerAsync("T1");

        await bench.LaterAsync(Hour);
        await bench.LaterAsync(Hour);

        bench.BuildTask().Should().BeNull("the contract that was wrong before says nothing new, also to another process");
        (await bench.TrialAsync())!.Corrections.Should().Be(1);
        bench.Invited().Should().BeEmpty();

        await bench.LaterAsync(Reissue);

        ((int)bench.BuildTask()!["reissue"]!).Should().Be(2);
    }

    [Fact]
    public async Task A_contract_that_was_signed_before_the_correction_is_no_new_mistake_either()
    {
        var bench = await DeclaredAsync();
        await bench.LaterAsync(Reissue);
        bench.Invited().Should().Equal("1", "2");
        bench.Accept("2", lockDays: 37);
        bench.Accept("1", lockDays: 37);
        bench.Target.Partners.RemoveAll(partner => partner.Id.Value == "P1");
        await bench.LaterAsync(Hour);
        bench.Accept("1", lockDays: 37);
        bench.Time.Advance(Hour);
        await bench.AnswerAsync("T1");

        await bench.LaterAsync(Hour);

        (await bench.TrialAsync())!.Corrections.Should().Be(1);
        bench.BuildTask().Should().BeNull();
    }

    [Fact]
    public async Task A_contract_from_another_template_proves_and_refutes_nothing()
    {
        var bench = await DeclaredAsync();
        bench.Accept("1", lockDays: 90, template: "T0");

        await bench.LaterAsync(Hour);

        bench.BuildTask().Should().BeNull();
        bench.Invited().Should().BeEmpty();
        (await bench.RowAsync(TrialBench.Establish("1")))!.State.Should().Be(StepState.Waiting);

        await bench.LaterAsync(Reissue);

        var row = await bench.RowAsync(TrialBench.Establish("1"));
        (row!.State, row.Reason).Should().Be((StepState.Conflict, "OtherTemplate"));
        bench.Invited().Should().Equal(["2"], "the next partner tries it out");
    }

    [Fact]
    public async Task Equal_terms_from_another_template_make_the_contract_right_and_prove_nothing()
    {
        var bench = await DeclaredAsync();
        bench.Accept("1", lockDays: 30, template: "T0");

        await bench.LaterAsync(Hour);

        (await bench.RowAsync(TrialBench.Establish("1")))!.State.Should().Be(StepState.Applied);
        bench.Invited().Should().Equal("2");
        (await bench.TrialAsync())!.Canaries.Select(canary => (canary.Partner, canary.Ended)).Should().Equal(("1", "otherTemplate"), ("2", null));
    }

    [Fact]
    public async Task After_a_canary_who_declines_the_next_partner_is_taken()
    {
        var bench = await DeclaredAsync();
        bench.Decline("1");

        await bench.LaterAsync(Hour);

        bench.Invited().Should().Equal("2");
        (await bench.TrialAsync())!.Canaries.Select(canary => (canary.Partner, canary.Ended)).Should().Equal(("1", "declined"), ("2", null));
        (await bench.RowAsync(TrialBench.Create("3")))!.Reason.Should().Be(TemplateTrials.Waits);
    }

    [Fact]
    public async Task After_a_canary_who_does_not_answer_the_next_one_is_taken_and_the_first_may_still_prove_it()
    {
        var bench = await DeclaredAsync();

        await bench.LaterAsync(Reissue);

        (await bench.TrialAsync())!.Canaries.Select(canary => (canary.Partner, canary.Ended)).Should().Equal(("1", "noAnswer"), ("2", null));

        bench.Accept("1", lockDays: 30);
        await bench.LaterAsync(Hour);

        (await bench.TrialAsync())!.State.Should().Be(TemplateState.Proved);
        bench.Invited().Should().Equal("2", "3");
    }

    [Fact]
    public async Task A_declared_template_that_is_wrong_reaches_nobody_else()
    {
        var bench = await TrialBench.CreateAsync(declared: "T1");
        await bench.RunAsync();
        bench.Invited().Should().Equal("1");
        bench.Accept("1", lockDays: 37);

        var run = await bench.LaterAsync(Hour);

        run.Status.Should().Be(RunStatus.Completed);
        (await bench.RowAsync(TrialBench.Establish("1")))!.State.Should().Be(StepState.Conflict);
        var others = await bench.RowAsync(TrialBench.Create("2"));
        (others!.State, others.Reason).Should().Be((StepState.Blocked, "TemplateNotProved"));
        others.Message.Should().Contain("locking is Tracked+0m37d, must be Tracked+0m30d");
        bench.Target.Contracts.Should().HaveCount(1);
    }

    private static async Task<TrialBench> DeclaredAsync()
    {
        var bench = await TrialBench.CreateAsync();
        await bench.RunAsync();
        bench.Invited().Should().BeEmpty();
        await bench.AnswerAsync("T1");
        await bench.RunAsync();
        return bench;
    }
}
