namespace Bridge.Cli.Tests;

/// <summary>Runs that take weeks because people and partners have to act.</summary>
public sealed class WaitingRunTests
{
    private static readonly string[] Approve = ["approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all"];

    [Fact]
    public async Task The_sum_of_the_steps_stands_in_every_place_and_is_the_same()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await ApplyAsync(lab);

        var shown = await lab.RunAsync("show", "run", "latest", "--json");
        var told = await lab.RunAsync("show", "run", "latest");
        var status = await lab.RunAsync("status", "--json");

        ((bool)shown.Json["steps"]!["balanced"]!).Should().BeTrue();
        status.Json["steps"]!.ToJsonString().Should().Be(shown.Json["steps"]!.ToJsonString());
        status.Json["kinds"]!.ToJsonString().Should().Be(shown.Json["kinds"]!.ToJsonString());
        foreach (var part in new[] { "planned", "done", "waiting", "declined", "failed", "unknown", "cancelled", "notStarted" })
        {
            shown.Json["kinds"]!.AsObject().Sum(kind => (long)kind.Value![part]!).Should().Be((long)shown.Json["steps"]![part]!, part);
        }

        told.Output.Should().Contain(" waiting + ").And.Contain(" not started").And.MatchRegex("(?m)^  partners: [0-9]+ = ");
    }

    [Fact]
    public async Task Expiry_governs_starting_and_run_until_governs_going_on()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync([.. Approve, "--valid-for", "1h", "--run-until", "3d"]);
        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        lab.Later(TimeSpan.FromDays(1));

        var goesOn = await lab.RunAsync("resume", "latest", "--json");
        lab.Later(TimeSpan.FromDays(3));
        var over = await lab.RunAsync("resume", "latest", "--json");
        var approved = await lab.RunAsync([.. Approve, "--run-until", "30d", "--json"]);
        var again = await lab.RunAsync("resume", "latest", "--json");

        applied.ExitCode.Should().Be(5, applied.Output + applied.Error);
        goesOn.ExitCode.Should().Be(5, goesOn.Output + goesOn.Error);
        over.ExitCode.Should().Be(3, over.Output + over.Error);
        ((string)over.Problem["message"]!).Should().Contain("allowed the run until").And.Contain("--run-until").And.Contain("bridge approve");
        approved.ExitCode.Should().Be(0, approved.Output + approved.Error);
        again.ExitCode.Should().Be(5, again.Output + again.Error);
        ((string)again.Json["run"]!).Should().Be((string)applied.Json["run"]!);
    }

    [Fact]
    public async Task An_approval_that_expired_starts_nothing()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync([.. Approve, "--valid-for", "1h", "--run-until", "30d"]);
        lab.Later(TimeSpan.FromHours(2));

        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        applied.ExitCode.Should().Be(3, applied.Output + applied.Error);
        lab.Changes.Should().Be(0);
    }

    [Fact]
    public async Task What_people_and_partners_did_meanwhile_is_progress_and_no_drift()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await ApplyAsync(lab);

        var looked = await lab.WithPeopleAsync(async () =>
        {
            // Templates are built and answered, a canary is invited and may accept: nobody looks for Bridge before the snapshot.
            await lab.RunAsync("resume", "latest", "--json");
            await lab.RunAsync("resume", "latest", "--json");
            return await lab.RunAsync("extract", "--side", "target", "--anew", "--json");
        });
        var verified = await lab.RunAsync("verify", "latest", "--json");
        var resumed = await lab.WithPeopleAsync(() => lab.RunAsync("resume", "latest", "--wait", "--json"));
        var end = await lab.RunAsync("verify", "latest", "--json");

        looked.ExitCode.Should().Be(0, looked.Output + looked.Error);
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
        resumed.ExitCode.Should().Be(0, resumed.Output + resumed.Error);
        end.ExitCode.Should().Be(0, end.Output + end.Error);
    }

    [Fact]
    public async Task A_cancelled_run_ends_for_good_and_a_new_plan_is_what_is_left()
    {
        await using var lab = await MigrationLab.CreateAsync();
        await ApplyAsync(lab);

        var cancelled = await lab.RunAsync("cancel", "latest", "--as", "Maria", "--json");
        var tasks = await lab.RunAsync("tasks", "--json");
        var resumed = await lab.RunAsync("resume", "latest", "--json");
        await lab.RunAsync("extract", "--side", "target", "--anew");
        await lab.RunAsync("plan");
        await lab.RunAsync(Approve);
        var next = await lab.WithPeopleAsync(() => lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--wait", "--json"));

        cancelled.ExitCode.Should().Be(0, cancelled.Output + cancelled.Error);
        ((string)cancelled.Json["status"]!).Should().Be("cancelled");
        var steps = cancelled.Json["steps"]!;
        ((bool)steps["balanced"]!).Should().BeTrue();
        ((long)steps["waiting"]! + (long)steps["notStarted"]!).Should().Be(0);
        ((long)steps["cancelled"]!).Should().BePositive();
        tasks.Json["tasks"]!.AsArray().Should().BeEmpty();
        resumed.ExitCode.Should().Be(1);
        ((string)resumed.Problem["message"]!).Should().Contain("was cancelled").And.Contain("bridge plan");
        next.ExitCode.Should().Be(0, next.Output + next.Error);
    }

    private static async Task ApplyAsync(MigrationLab lab)
    {
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync(Approve);
        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        applied.ExitCode.Should().Be(5, applied.Output + applied.Error);
    }
}
