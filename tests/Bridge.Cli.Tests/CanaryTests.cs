namespace Bridge.Cli.Tests;

/// <summary>Canaries of templates and of a first write, on the simulated rail.</summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task A_template_with_one_wrong_lock_date_is_caught_by_its_canary_before_a_second_partner_is_attached()
    {
        await using var lab = await MigrationLab.CreateAsync();
        WrongLockPortal? portal = null;
        await PlanAsync(lab);

        var applied = await lab.WithPeopleAsync(
            () => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--wait", "--json"),
            app => portal = new WrongLockPortal(app, lab.Impact.State));
        var verified = await lab.RunAsync("verify", "latest", "--json");

        applied.ExitCode.Should().Be(0, applied.Output + applied.Error);
        portal!.AttachedWhenCorrected.Should().Equal([1], "the canary alone had it, and it was corrected once");
        WrongLockPortal.Count(lab.Impact.State(), portal.Template).Should().BeGreaterThan(2, "after the correction everybody got it");
        var templates = applied.Json["templates"]!.AsArray();
        templates.Should().OnlyContain(each => (string)each!["state"]! == "proved");
        templates.Single(each => (string)each!["targetId"]! == portal.Template)!["corrections"]!.GetValue<int>().Should().Be(1);
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
    }

    [Fact]
    public async Task The_dry_run_names_who_tries_each_template_out()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");

        var plan = await lab.RunAsync("plan");

        plan.Output.Should().Contain("Who tries each template out").And.Contain("declared only").And.MatchRegex("partner [0-9]+");
    }

    [Fact]
    public async Task The_first_write_to_a_program_needs_a_canary_and_sends_nothing_without_one()
    {
        await using var lab = await MigrationLab.CreateAsync(firstWriteNeedsCanary: true);
        await PlanAsync(lab);

        var refused = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        refused.ExitCode.Should().Be(3, refused.Output + refused.Error);
        ((string)refused.Json["error"]!).Should().Be("writeNotPermitted");
        ((string)refused.Problem["remedy"]!).Should().Contain("--canary 1").And.Contain("bridge resume latest");
        lab.Changes.Should().Be(0);
    }

    [Fact]
    public async Task A_clean_canary_stops_and_the_rest_goes_when_the_run_is_resumed()
    {
        await using var lab = await MigrationLab.CreateAsync(firstWriteNeedsCanary: true);
        await PlanAsync(lab);

        var canary = await lab.WithPeopleAsync(() => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--canary", "2", "--wait", "--json"));
        var touched = lab.Changes;
        var rest = await lab.WithPeopleAsync(() => lab.RunAsync("resume", "latest", "--wait", "--json"));
        var verified = await lab.RunAsync("verify", "latest", "--json");

        canary.ExitCode.Should().Be(0, canary.Output + canary.Error);
        ((string)canary.Json["reason"]!).Should().StartWith("CanaryClean: ");
        ((long)canary.Json["steps"]!["notStarted"]!).Should().BePositive();
        ((long)canary.Json["kinds"]!["partners"]!["done"]!).Should().BeInRange(1, 4, "two partners have at most two steps each");
        rest.ExitCode.Should().Be(0, rest.Output + rest.Error);
        ((string)rest.Json["status"]!).Should().Be("completed");
        lab.Changes.Should().BeGreaterThan(touched);
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
    }

    [Fact]
    public async Task A_canary_that_differs_holds_the_rest_back_until_it_is_put_right()
    {
        await using var lab = await MigrationLab.CreateAsync();
        WrongLockPortal? portal = null;
        await PlanAsync(lab);
        lab.Rewrite("execution:", "execution:\n  maxHandoffs: 1");

        var canary = await lab.WithPeopleAsync(
            () => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--canary", "1", "--wait", "--json"),
            app => portal = new WrongLockPortal(app, lab.Impact.State));
        var attached = WrongLockPortal.Count(lab.Impact.State(), portal!.Template);
        var held = await lab.RunAsync("resume", "latest", "--json");

        canary.ExitCode.Should().Be(2, canary.Output + canary.Error);
        ((string)canary.Json["reason"]!).Should().StartWith("CanaryNotClean: ").And.Contain("locking is");
        attached.Should().Be(1);
        held.ExitCode.Should().Be(2, held.Output + held.Error);
        WrongLockPortal.Count(lab.Impact.State(), portal.Template).Should().Be(1);
    }

    private static async Task PlanAsync(MigrationLab lab)
    {
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        var approved = await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        approved.ExitCode.Should().Be(0, approved.Output + approved.Error);
    }
}
