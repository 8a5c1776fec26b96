using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Rollback;
using Bridge.Engine.Tests.Mapping;
using Bridge.Engine.Tests.Sweep;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Capabilities;
using static Bridge.Rails.Abstractions.Capabilities.OperationClass;
using static Bridge.Rails.Abstractions.Capabilities.Reversibility;
using static Bridge.Rails.Abstractions.Capabilities.StepChannel;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Each kind of step carries its channel, class, reversibility and inverse, and before and after of every field that it touches.</summary>
public sealed class PlanStepTests
{
    private const string ToGroup = "take the partners out of the group";

    // 11 is there without its ids and with other terms, 12 has applied, 13 is new with all facts, 14 with an e-mail, 15 with nothing.
    private static readonly PlanBench Rich = new()
    {
        Profile = [("\npromoCodes:\n", "\npromoCodes:\n  dealName: \"{discount}\"\n")],
        Source = new PlanRecords
        {
            Groups = [Given.Group("3101", "Coupon Partners")],
            Partners =
            [
                PlanWorld.SourcePartner("11") with { Groups = [new PartnerGroupId("3101")] }, PlanWorld.SourcePartner("12"), Known("13"), PlanWorld.SourcePartner("14"),
                PlanWorld.SourcePartner("15") with { Contacts = [] },
            ],
            Contracts = [.. new[] { "11", "12", "13", "14", "15" }.Select(partner => PlanWorld.Offer(partner, "500"))],
            Links = [PlanWorld.Link("L11", "11")],
            Codes = [PlanWorld.Code("SAVE11", "11")],
        },
        Target = new PlanRecords
        {
            Partners = [PlanWorld.TargetPartner("T11", null) with { WebProperties = [new WebProperty("https://fjord-11.example")] }, PlanWorld.TargetPartner("T12", "12")],
            Contracts = [PlanWorld.TargetContract("K11", "T11") with { Name = "Old terms", Terms = [Given.Percent(4)] }, PlanWorld.TargetContract("K12", "T12", ContractStatus.Pending)],
        },
    };

    /// <summary>By id of a step: channel, class, reversibility, inverse, and before and after of its fields; a star stands for a value that is there.</summary>
    private static readonly Dictionary<string, (StepChannel Channel, OperationClass Class, Reversibility Reversibility, string? Inverse, (string Path, string? Before, string? After)[] Fields)> Apply = new()
    {
        ["groups/Coupon%20Partners/create"] = (Api, Probeable, Reversible, "delete it", [("name", null, "Coupon Partners")]),
        ["templates/500/build"] = (WorkItem, Human, Irreversible, null, [("name", null, "Offer 500 (500)"), ("commission", null, "5 % of sale")]),
        ["partners/11/adopt"] = (None, Declarative, Reversible, "forget that the two belong together", [("adopted as", null, "T11")]),
        ["partners/11/amend"] = (Api, Declarative, Reversible, "put the values back that were there before", [("reference impact.value1", null, "11"), ("reference impact.value2", null, "aB*d11")]),
        ["partners/13/create"] = (Api, Probeable, Irreversible, null, [("name", null, "Publisher 13"), ("website", null, "https://www.fjord-13.example"), ("contact email", null, "*")]),
        ["partners/14/create"] = (FilePack, Human, Irreversible, null, [("name", null, "Publisher 14"), ("contact email", null, "*")]),
        ["partners/15/create"] = (WorkItem, Human, Irreversible, null, [("name", null, "Publisher 15")]),
        ["groups/Coupon%20Partners/join-1"] = (Api, Declarative, Reversible, ToGroup, [("member of Coupon Partners", null, "T11")]),
        ["contracts/11%3A500/establish"] = (WorkItem, Human, Irreversible, null, [("template", "Old terms", "Offer 500 (500)"), ("commission", "4 % of sale", "5 % of sale")]),
        ["contracts/12%3A500/accept"] = (Api, Declarative, Irreversible, null, [("application K12", "pending", "accepted")]),
        ["contracts/13%3A500/establish"] = (Implied, Human, Irreversible, null, [("template", null, "Offer 500 (500)"), ("commission", null, "5 % of sale")]),
        ["deals/10%20%25%20off/create"] = (Api, Probeable, Reversible, "delete it", [("name", null, "10 % off")]),
        ["links/L11/create"] = (Api, Neither, Irreversible, null, [("destination", null, "https://www.acme.example/shoes"), ("partner", null, "T11"), ("replaces", null, "https://click.example/L11")]),
        ["codes/SAVE11%7C11/create"] = (Api, Probeable, Compensable, "expire it; the text stays taken", [("code", null, "SAVE11"), ("owner", null, "T11"), ("credit policy", null, "WINNER")]),
    };

    private static readonly Dictionary<string, (StepChannel Channel, OperationClass Class, Reversibility Reversibility, string? Inverse, (string Path, string? Before, string? After)[] Fields)> Back = new()
    {
        ["codes/SAVE11%7C11/expire"] = (Api, Declarative, Compensable, null, [("status", "active", "expired"), ("code", "SAVE11", "SAVE11")]),
        ["links/L11/keep-create"] = (None, Declarative, Irreversible, null, [("stays", "*", "*"), ("remains", null, "*")]),
        ["groups/Coupon%20Partners/leave-1"] = (Api, Declarative, Reversible, null, [("member of Coupon Partners", "T11", null)]),
        ["partners/11/restore"] = (Api, Declarative, Reversible, null, [("reference impact.value1", "11", null), ("reference impact.value2", "aB*d11", null)]),
        ["partners/11/forget"] = (None, Declarative, Reversible, null, [("adopted as", "T11", null)]),
        ["groups/Coupon%20Partners/delete"] = (Api, Declarative, Reversible, null, [("name", "Coupon Partners", null)]),
        ["deals/10%20%25%20off/delete"] = (Api, Declarative, Reversible, null, [("name", "10 % off", null)]),
    };

    public static TheoryData<string> ApplySteps { get; } = [.. Apply.Keys];

    public static TheoryData<string> BackSteps { get; } = [.. Back.Keys];

    [Theory]
    [MemberData(nameof(ApplySteps))]
    public async Task A_step_says_how_it_is_done_and_undone_and_what_changes(string id)
    {
        var steps = await StepsAsync();

        Require(steps, id, Apply[id]);
    }

    [Theory]
    [MemberData(nameof(BackSteps))]
    public async Task A_step_of_a_rollback_says_what_it_puts_back(string id)
    {
        var steps = await BackAsync();

        Require(steps, id, Back[id]);
        steps.Single(step => step.Id == id).Undoes.Should().NotBeNull();
    }

    [Fact]
    public async Task Every_kind_of_step_is_among_them()
    {
        var kinds = (await StepsAsync()).Where(step => Apply.ContainsKey(step.Id)).Concat((await BackAsync()).Where(step => Back.ContainsKey(step.Id))).Select(step => step.GetType()).Distinct();

        kinds.Should().BeEquivalentTo(typeof(PlanStep).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanStep))));
    }

    [Fact]
    public async Task Class_reversibility_and_side_effects_are_those_that_the_rail_declares()
    {
        foreach (var step in (await StepsAsync()).Where(step => step is not AdoptObject))
        {
            var operation = PlanTarget.Rail.Capabilities.Operations.Where(each => each.Entity == step.Entity && each.Channel == step.Channel).ToList();

            operation.Should().Contain(each => each.Class == step.Class && each.Reversibility == step.Reversibility && each.SideEffect == step.SideEffect, step.Id);
            (step.Inverse is null).Should().Be(step.Reversibility == Irreversible, step.Id);
        }
    }

    [Fact]
    public async Task Steps_wait_for_what_they_refer_to()
    {
        var steps = (await StepsAsync()).ToDictionary(step => step.Id);

        steps["partners/14/create"].DependsOn.Should().Equal("templates/500/build");
        steps["contracts/14%3A500/establish"].DependsOn.Should().Equal("partners/14/create");
        steps["contracts/11%3A500/establish"].DependsOn.Should().Equal("templates/500/build");
        steps["links/L11/create"].DependsOn.Should().Equal("contracts/11%3A500/establish");
        steps["codes/SAVE11%7C11/create"].DependsOn.Should().Equal("contracts/11%3A500/establish", "deals/10%20%25%20off/create");
        steps.Values.SelectMany(step => step.DependsOn).Should().OnlyContain(id => steps.ContainsKey(id));
    }

    private static void Require(
        List<PlanStep> steps, string id, (StepChannel Channel, OperationClass Class, Reversibility Reversibility, string? Inverse, (string Path, string? Before, string? After)[] Fields) expected)
    {
        var step = steps.Should().ContainSingle(each => each.Id == id, "the steps are {0}", string.Join(" ", steps.Select(each => each.Id))).Subject;

        (step.Channel, step.Class, step.Reversibility, step.Inverse).Should().Be((expected.Channel, expected.Class, expected.Reversibility, expected.Inverse));
        var changes = StepChanges.Of(step);
        foreach (var (path, before, after) in expected.Fields)
        {
            changes.Should().Contain(
                change => change.Path.Contains(path, StringComparison.OrdinalIgnoreCase) && Fits(change.Before, before) && Fits(change.After, after),
                "{0} goes from {1} to {2}; the changes are {3}", path, before, after, string.Join("; ", changes));
        }
    }

    private static bool Fits(string? value, string? expected) => expected == "*" ? value is { Length: > 0 } : value == expected;

    private static async Task<List<PlanStep>> StepsAsync() => [.. (await Rich.LinesAsync()).OfType<StepLine>().Select(line => line.Step)];

    private static async Task<List<PlanStep>> BackAsync()
    {
        var run = await AppliedRun.MakeAsync(Rich);
        var inputs = new RollbackInputs { Plan = run.Plan, RunId = "run-1", FindStep = run.FindAsync, JournalHead = 9, TargetRail = PlanTarget.Rail };
        var lines = RollbackAccount.CheckAsync(RollbackPlanner.BuildAsync(inputs, default), run.Plan, run.FindAsync, default);
        return await lines.OfType<StepLine>().Select(line => line.Step).ToListAsync();
    }

    private static Partner Known(string sid) => PlanWorld.SourcePartner(sid) with
    {
        Contacts =
        [
            new Contact
            {
                Email = Given.Personal(PersonalKind.Email, 13),
                FirstName = Given.Personal(PersonalKind.FirstName, 13),
                LastName = Given.Personal(PersonalKind.LastName, 13),
                Phone = Given.Personal(PersonalKind.Phone, 13),
                PhoneCountry = "US",
                IsPrimary = true,
            },
        ],
        Address = new PostalAddress
        {
            Line1 = Given.Personal(PersonalKind.AddressLine, 13),
            City = Given.Personal(PersonalKind.City, 13),
            PostalCode = Given.Personal(PersonalKind.PostalCode, 13),
            Country = "US",
        },
        PromotionMethods = new[] { "Blog" }.ToValueList(),
        Currency = Given.Usd,
    };
}
