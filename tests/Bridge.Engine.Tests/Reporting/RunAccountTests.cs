using System.Text;
using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing.Plans;

namespace Bridge.Engine.Tests.Reporting;

public sealed class RunAccountTests
{
    private static readonly string[] Codes = ["A|1", "B|1", "C|2", "D|2", "E|3", "F|3", "G|4", "H|4", "I|4", "J|5", "K|5"];

    [Fact]
    public async Task Counts_each_record_by_the_state_of_its_step()
    {
        var states = new StepStates()
            .Set(Step("A|1"), StepState.Applied, targetId: "7001")
            .Set(Step("B|1"), StepState.Adopted)
            .Set(Step("C|2"), StepState.Declined)
            .Set(Step("D|2"), StepState.Failed, "RailRejected", "The code is too long.")
            .Set(Step("E|3"), StepState.Conflict)
            .Set(Step("F|3"), StepState.Blocked)
            .Set(Step("G|4"), StepState.Waiting)
            .Set(Step("H|4"), StepState.Unknown)
            .Set(Step("I|4"), StepState.NeedsHuman)
            .Set(Step("J|5"), StepState.NotApplied);

        var sums = await new RunAccount(Plan(), states.FindAsync).SumAsync(CancellationToken.None);

        var codes = sums.Entities.Single(totals => totals.Entity == EntityKind.PromoCode);
        Equation.Of(codes).Should().Be("12 = 1 created + 0 updated + 0 unchanged + 1 adopted + 1 skipped + 4 blocked + 5 manual");
        Equation.Of(sums.Steps).Should().Be("12 = 2 done + 1 waiting + 1 declined + 2 failed + 2 unknown + 1 cancelled + 3 not started");
        sums.Settled().Should().BeFalse();
        sums.Reasons.Should().BeEquivalentTo(
        [
            new NamedCount("codes blocked EarlierStepFailed", 1),
            new NamedCount("codes blocked PartnerDeclined", 1),
            new NamedCount("codes blocked RailRejected", 1),
            new NamedCount("codes blocked TargetDiffers", 1),
            new NamedCount("codes manual NeedsDecision", 1),
            new NamedCount("codes manual NotApplied", 1),
            new NamedCount("codes manual NotStarted", 1),
            new NamedCount("codes manual OutcomeUnknown", 1),
            new NamedCount("codes manual Waiting", 1),
            new NamedCount("codes skipped Expired", 1),
        ]);
        sums.Owners.Should().Equal(new NamedCount("bridge", 3), new NamedCount("partner", 1), new NamedCount("reviewer", 1));
    }

    [Fact]
    public async Task Writes_the_outcome_of_every_source_record_as_a_list()
    {
        var states = new StepStates().Set(Step("A|1"), StepState.Applied, targetId: "7001");
        using var file = new MemoryStream();

        await new RunAccount(Plan(), states.FindAsync).WriteAsync(file, CancellationToken.None);

        var lines = Encoding.UTF8.GetString(file.ToArray()).Split('\n');
        lines.Should().HaveCount(13).And.Subject.Last().Should().BeEmpty();
        lines[0].Should().Be("""{"entity":"promoCode","source":"A|1","outcome":"created","step":"codes/A%7C1/create","targetId":"7001"}""");
        lines[1].Should().Be("""{"entity":"promoCode","source":"B|1","outcome":"manual","reason":"NotStarted","message":"It was not sent yet; the run goes on when it is resumed.","owner":"bridge","step":"codes/B%7C1/create"}""");
        lines[11].Should().Be("""{"entity":"promoCode","source":"Z|9","outcome":"skipped","reason":"Expired","message":"The code has ended."}""");
    }

    [Fact]
    public async Task A_step_behind_a_waiting_one_waits_for_the_same_person()
    {
        var states = new StepStates().Set("groups/VIP/create", StepState.Waiting, handoffId: "h-1");

        var outcomes = await ReadAsync(new RunAccount(Plan(dependsOn: "groups/VIP/create"), states.FindAsync));

        outcomes[0].Should().BeEquivalentTo(new { Outcome = Outcome.Manual, Reason = "AwaitsEarlierStep", Owner = TaskOwner.Operator });
        outcomes[0].Message.Should().Contain("groups/VIP/create");
    }

    [Fact]
    public async Task A_lost_step_breaks_the_account()
    {
        var plan = Plan().WithLines(lines => lines.Where(line => line is not StepLine { Step.Source: "C|2" }));

        var sum = () => new RunAccount(plan, new StepStates().FindAsync).SumAsync(CancellationToken.None);

        (await sum.Should().ThrowAsync<ConservationException>()).WithMessage("*codes: the plan took up 12 records, but 12 is not*10 manual*");
    }

    [Fact]
    public async Task A_record_that_passes_twice_is_named()
    {
        var plan = Plan().WithLines(lines => lines.SelectMany(line => line is StepLine { Step.Source: "C|2" } ? new[] { line, line } : [line]));

        var sum = () => new RunAccount(plan, new StepStates().FindAsync).SumAsync(CancellationToken.None);

        (await sum.Should().ThrowAsync<ConservationException>()).WithMessage("*codes 'C|2' comes after 'C|2'*");
    }

    [Fact]
    public async Task A_lost_supporting_step_breaks_the_second_sum()
    {
        var plan = Plan().WithLines(lines => lines.Where(line => line is not StepLine { Step: CreateGroup }));

        var sum = () => new RunAccount(plan, new StepStates().FindAsync).SumAsync(CancellationToken.None);

        (await sum.Should().ThrowAsync<ConservationException>()).WithMessage("*the plan has 12 steps, but 12 is not*11 not started*");
    }

    [Fact]
    public async Task The_stored_list_of_an_unmoved_run_checks_out()
    {
        var account = new RunAccount(Plan(), new StepStates().Set(Step("A|1"), StepState.Applied).FindAsync);
        using var file = new MemoryStream();
        await account.WriteAsync(file, CancellationToken.None);
        file.Position = 0;

        var check = () => account.CheckAsync(file, CancellationToken.None);

        await check.Should().NotThrowAsync();
    }

    [Theory]
    [InlineData("lost", "*where codes 'D|2' belongs*")]
    [InlineData("lost last", "*codes 'Z|9' is missing*")]
    [InlineData("doubled", "*codes 'D|2' is in the stored outcomes twice*")]
    [InlineData("doubled last", "*codes 'Z|9' is in the stored outcomes and not in the plan, or twice*")]
    [InlineData("misfiled", "*codes 'D|2' is stored as created, but its step ended as manual (NotStarted)*")]
    public async Task A_stored_list_that_was_damaged_names_the_record(string damage, string message)
    {
        var account = new RunAccount(Plan(), new StepStates().Set(Step("A|1"), StepState.Applied).FindAsync);
        using var file = new MemoryStream();
        await account.WriteAsync(file, CancellationToken.None);
        var lines = Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n').Split('\n').ToList();
        switch (damage)
        {
            case "lost":
                lines.RemoveAt(3);
                break;
            case "lost last":
                lines.RemoveAt(lines.Count - 1);
                break;
            case "doubled":
                lines.Insert(4, lines[3]);
                break;
            case "doubled last":
                lines.Add(lines[^1]);
                break;
            default:
                lines[3] = """{"entity":"promoCode","source":"D|2","outcome":"created"}""";
                break;
        }

        var check = () => account.CheckAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")), CancellationToken.None);

        (await check.Should().ThrowAsync<ConservationException>()).WithMessage(message);
    }

    [Fact]
    public async Task Messages_of_stored_outcomes_survive_quotes_and_line_breaks()
    {
        var states = new StepStates().Set(Step("A|1"), StepState.Failed, "RailRejected", "The rail said: \"no\"\nand hung up.");
        using var file = new MemoryStream();
        await new RunAccount(Plan(), states.FindAsync).WriteAsync(file, CancellationToken.None);

        var first = Encoding.UTF8.GetString(file.ToArray()).Split('\n')[0];

        JsonDocument.Parse(first).RootElement.GetProperty("message").GetString().Should().Be("The rail said: \"no\"\nand hung up.");
    }

    private static string Step(string code) => StepIds.Of(EntityKind.PromoCode, code, "create");

    private static MemoryPlan Plan(string? dependsOn = null) => new(
        SampleHeaders.Apply,
        [
            new StepLine(new CreateGroup
            {
                Id = "groups/VIP/create",
                Entity = EntityKind.PartnerGroup,
                Channel = StepChannel.Api,
                Class = OperationClass.Unique,
                Reversibility = Reversibility.Reversible,
                Draft = new PartnerGroupDraft("VIP"),
            }),
            .. Codes.Select(code => new StepLine(new CreatePromoCode
            {
                Id = Step(code),
                Entity = EntityKind.PromoCode,
                Source = code,
                Counts = Outcome.Created,
                Channel = StepChannel.Api,
                Class = OperationClass.Probeable,
                Reversibility = Reversibility.Compensable,
                DependsOn = dependsOn is null ? [] : [dependsOn],
                Draft = new PromoCodeDraft { Code = code, Owner = TargetRef.Known("9"), CreditPolicy = "ALWAYS" },
            })),
            new OutcomeLine { Entity = EntityKind.PromoCode, Source = "Z|9", Outcome = Outcome.Skipped, Reason = "Expired", Message = "The code has ended." },
        ]);

    private static async Task<List<RecordOutcome>> ReadAsync(RunAccount account)
    {
        var outcomes = new List<RecordOutcome>();
        await foreach (var outcome in account.OutcomesAsync(CancellationToken.None))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }
}
