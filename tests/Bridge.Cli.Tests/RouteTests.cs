using Bridge.Simulation.Hosting.Faults;

namespace Bridge.Cli.Tests;

/// <summary>The whole route through the command line, on a small pack.</summary>
public sealed class RouteTests
{
    [Fact]
    public async Task A_pack_is_extracted_planned_approved_applied_verified_and_rolled_back()
    {
        await using var lab = await MigrationLab.CreateAsync();

        var doctor = await lab.RunAsync("doctor", "--json");
        doctor.ExitCode.Should().Be(0, doctor.Output + doctor.Error);
        var extracted = await lab.RunAsync("extract", "--json");
        extracted.ExitCode.Should().Be(0, extracted.Output + extracted.Error);
        var plan = await lab.RunAsync("plan", "--json");
        plan.ExitCode.Should().Be(0, plan.Output + plan.Error);
        var hash = (string)plan.Json["plan"]!;
        var missing = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        var before = await lab.RunAsync("links", "--json");
        var approved = await lab.RunAsync("approve", hash[..8], "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all", "--json");
        var applied = await lab.WithPeopleAsync(() => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--wait", "--json"));
        var run = (string)applied.Json["run"]!;
        var after = await lab.RunAsync("links", "--json");
        var file = await lab.RunAsync("links", "export", "links.csv", "--json");
        var partner = (string)after.Json["top"]![0]!["partner"]!;
        var book = await lab.RunAsync("links", "export", "one.xlsx", "--partner", partner);
        var verified = await lab.RunAsync("verify", run[..10], "--json");
        var back = await lab.RunAsync("rollback", "latest", "--json");
        var again = await lab.RunAsync("approve", (string)back.Json["plan"]!, "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var taken = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--wait", "--json");
        var status = await lab.RunAsync("status", "--json");

        missing.ExitCode.Should().Be(3);
        ((string)missing.Json["error"]!).Should().Be("approvalMissing");
        approved.ExitCode.Should().Be(0, approved.Output + approved.Error);
        ((string)approved.Json["plan"]!).Should().Be(hash);
        applied.ExitCode.Should().Be(0, applied.Output + applied.Error);
        ((string)applied.Json["status"]!).Should().Be("completed");
        applied.Json["entities"]!.AsObject().Should().OnlyContain(pair => (bool)pair.Value!["balanced"]!);
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
        ((long)verified.Json["differences"]!).Should().Be(0);
        before.ExitCode.Should().Be(0, before.Output + before.Error);
        ((long)before.Json["states"]!["planned"]!).Should().BePositive();
        ((long)before.Json["states"]!["made"]!).Should().Be(0);
        ((long)after.Json["states"]!["made"]!).Should().Be((long)before.Json["states"]!["planned"]!);
        ((string)after.Json["top"]!.AsArray().First(row => (string)row!["state"]! == "made")!["newUrl"]!).Should().StartWith("https://");
        file.ExitCode.Should().Be(0, file.Output + file.Error);
        ((long)file.Json["links"]!).Should().Be((long)after.Json["links"]!);
        File.ReadAllText(Path.Combine(lab.Folder, "links.csv")).Should().StartWith("Partner ID,").And.Contain(",made,,,https://");
        File.ReadAllText(Path.Combine(lab.Folder, "links.totals.csv")).Should().Contain($"links made,{after.Json["states"]!["made"]}");
        book.ExitCode.Should().Be(0, book.Output + book.Error);
        again.ExitCode.Should().Be(0, again.Output + again.Error);
        taken.ExitCode.Should().Be(0, taken.Output + taken.Error);
        ((string)taken.Json["rollsBack"]!).Should().Be(run);
        status.Json["runs"]!.AsArray().Should().HaveCount(2);
        foreach (var report in applied.Json["reports"]!.AsArray())
        {
            new FileInfo((string)report!).Length.Should().BePositive();
        }
    }

    [Fact]
    public async Task The_dry_run_is_told_risk_first_with_its_reports_and_without_escape_codes()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");

        var plan = await lab.RunAsync("plan");

        plan.ExitCode.Should().Be(0, plan.Error);
        plan.Output.Should().NotContain("\u001b");
        plan.Output.IndexOf("risks", StringComparison.OrdinalIgnoreCase).Should().BePositive().And.BeLessThan(plan.Output.IndexOf("partner by partner", StringComparison.OrdinalIgnoreCase));
        plan.Output.Should().Contain("dry-run.csv").And.Contain("Next: 'bridge approve ");
        lab.Artifacts().Should().Contain(path => path.EndsWith("dry-run.json", StringComparison.Ordinal));
        lab.Impact.Truth.After(0).Should().NotContain(line => line.Contains("\"actor\":\"api\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_that_waits_for_people_ends_with_its_own_code_and_lists_what_they_are_to_do()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");

        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        var tasks = await lab.RunAsync("tasks", "--json");
        var refused = await lab.RunAsync("tasks", "answer", "task-0000", "10233", "--json");

        applied.ExitCode.Should().Be(5, applied.Output + applied.Error);
        tasks.Json["tasks"]!.AsArray().Should().NotBeEmpty();
        refused.ExitCode.Should().Be(1);
        ((string)refused.Problem["message"]!).Should().Contain("no open task 'task-0000'");
    }

    [Fact]
    public async Task After_a_refusal_for_too_many_calls_nothing_is_sent_before_the_time_that_the_rail_named()
    {
        await using var lab = await MigrationLab.CreateAsync();
        var hint = TimeSpan.FromMinutes(40);
        lab.Rewrite("execution:", "execution:\n  concurrency: 1");
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        lab.Impact.Faults.Add(new FaultRule
        {
            Action = FaultAction.Throttle,
            Verb = "POST",
            Ordinal = 3,
            Headers = [new("X-RateLimit-Remaining", "0"), new("X-RateLimit-Reset", $"{hint.TotalSeconds:0}")],
        });
        var before = lab.Impact.Requests.Count;

        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        applied.ExitCode.Should().Be(5, applied.Output + applied.Error);
        var requests = lab.Impact.Requests.From(before);
        var refused = requests.Single(entry => entry.Status == 429);
        var after = requests.Where(entry => entry.Time > refused.Time).ToList();
        after.Should().NotBeEmpty().And.OnlyContain(entry => entry.Time >= refused.Time + hint);
        after.Should().Contain(entry => entry.Path == refused.Path && entry.Verb == "POST");
    }

    [Fact]
    public async Task Standing_and_tasks_can_be_asked_for_while_a_run_is_under_way()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var run = Task.Run(() => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json"));
        var asked = new List<CliResult>();

        while (!run.IsCompleted)
        {
            asked.Add(await Task.Run(() => lab.RunAsync(asked.Count % 2 == 0 ? "status" : "tasks")));
        }

        (await run).ExitCode.Should().Be(5);
        asked.Should().NotBeEmpty().And.OnlyContain(each => each.ExitCode == 0, string.Join('\n', asked.Select(each => each.Error).Distinct()));
    }

    [Fact]
    public async Task A_new_plan_is_not_applied_while_calls_of_a_run_are_in_doubt()
    {
        await using var lab = await MigrationLab.CreateAsync();
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.AppliedLost, Kind = "link.create" });
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        await lab.RunAsync("extract", "--side", "target", "--anew");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var before = lab.Impact.Truth.Count;

        var again = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        applied.Json["openTasks"]!.AsArray().Should().ContainSingle(task => (string)task!["form"]! == "Question", applied.Output + applied.Error);
        again.ExitCode.Should().Be(4, again.Output + again.Error);
        ((string)again.Problem["message"]!).Should().Contain($"Run {applied.Json["run"]} left 1 calls").And.Contain("bridge resume").And.Contain("bridge tasks");
        lab.Impact.Truth.Count.Should().Be(before);
    }
}
