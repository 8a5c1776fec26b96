namespace Bridge.Cli.Tests;

/// <summary>What has to be right before the first change, counted in the request log of the simulated rail.</summary>
public sealed class FirstWriteTests
{
    [Fact]
    public async Task The_token_that_reads_is_never_written_with()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.ApproveAsync();
        lab.SetVariable("IMPACT_WRITE_TOKEN", "");
        var before = lab.Impact.Requests.Count;

        var unset = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        lab.Rewrite("writeToken: env:IMPACT_WRITE_TOKEN", "# nothing is written yet");
        var left = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        var calls = lab.Impact.Requests.Count;
        lab.Rewrite("writeToken: env:IMPACT_WRITE_TOKEN", "writeToken: env:IMPACT_AUTH_TOKEN");
        var same = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        foreach (var refused in new[] { unset, left, same })
        {
            refused.ExitCode.Should().Be(1, refused.Output + refused.Error);
            ((string)refused.Json["error"]!).Should().Be("invalid");
        }

        ((string)unset.Problem["code"]!).Should().Be("BRG-IMP-005");
        ((string)unset.Problem["value"]!).Should().Be("env:IMPACT_WRITE_TOKEN");
        ((string)left.Problem["remedy"]!).Should().Contain("writeToken: env:IMPACT_WRITE_TOKEN").And.Contain("bridge.yaml");
        ((string)same.Problem["message"]!).Should().Contain("one and the same token");
        calls.Should().Be(before, "not one call is made without a token of its own for writes");
        lab.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public async Task A_token_of_another_account_or_one_that_is_switched_off_changes_nothing()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.ApproveAsync();
        var secrets = new[] { lab.Impact.Seed.Brands[1].Tokens[0].Value, lab.Impact.Seed.Brand.Tokens[3].Value };

        foreach (var secret in secrets)
        {
            lab.SetVariable("IMPACT_WRITE_TOKEN", secret);
            var refused = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName);

            refused.ExitCode.Should().Be(1, refused.Output + refused.Error);
            refused.Error.Should().Contain("refuses the credential").And.NotContain(secret);
        }

        lab.MutatingCalls.Should().Be(0);
        (await lab.RunAsync("status", "--json")).Json["runs"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_for_another_program_of_the_same_account_changes_nothing()
    {
        await using var lab = await MigrationLab.CreateAsync(20, seed => seed.WithBrand(brand => brand with
        {
            Tokens = [brand.Tokens[0] with { Programs = [brand.Programs[1].Id] }, .. brand.Tokens.Skip(1)],
        }));
        await lab.ApproveAsync();

        var refused = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName);

        refused.ExitCode.Should().Be(1, refused.Output + refused.Error);
        lab.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public async Task Without_the_name_of_the_program_or_with_another_one_nothing_is_changed()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.ApproveAsync();

        var missing = await lab.RunAsync("apply", "latest", "--json");
        var wrong = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName.ToUpperInvariant(), "--json");
        var mistyped = await lab.TypeAsync("Acme\n", "apply", "latest");
        var nothing = await lab.TypeAsync("\n", "apply", "latest");

        (missing.ExitCode, wrong.ExitCode, mistyped.ExitCode, nothing.ExitCode).Should().Be((3, 3, 3, 3));
        ((string)missing.Json["error"]!).Should().Be("approvalNameMissing");
        ((string)missing.Problem["message"]!).Should().Contain("--program-name").And.Contain("Nothing was sent").And.NotContain(lab.ProgramName);
        ((string)wrong.Json["error"]!).Should().Be("approvalNameWrong");
        mistyped.Error.Should().Contain("Type the name of that program").And.Contain("'Acme' is not the name");
        lab.MutatingCalls.Should().Be(0);
    }

    [Fact]
    public async Task A_name_typed_at_the_terminal_begins_the_run_and_going_on_needs_it_no_more_but_the_rollback_does()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.ApproveAsync();

        var applied = await lab.TypeAsync(lab.ProgramName + "\n", "apply", "latest");
        var resumed = await lab.RunAsync("resume", "latest", "--json");
        var other = await lab.RunAsync("resume", "latest", "--program-name", "Nord Home", "--json");
        await lab.RunAsync("rollback", "latest");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var before = lab.MutatingCalls;
        var unnamed = await lab.RunAsync("apply", "latest");
        var back = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName);

        applied.ExitCode.Should().Be(5, applied.Output + applied.Error);
        applied.Error.Should().Contain("This plan changes program").And.Contain("(impact)");
        resumed.ExitCode.Should().Be(5, resumed.Output + resumed.Error);
        other.ExitCode.Should().Be(3, other.Output + other.Error);
        unnamed.ExitCode.Should().Be(3, unnamed.Output + unnamed.Error);
        before.Should().BePositive();
        back.ExitCode.Should().BeOneOf([0, 5], back.Output + back.Error);
        lab.MutatingCalls.Should().BeGreaterThan(before);
    }

    [Fact]
    public async Task Reading_needs_no_token_that_writes()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.SetVariable("IMPACT_WRITE_TOKEN", "");

        var doctor = await lab.RunAsync("doctor");
        await lab.ApproveAsync();
        var status = await lab.RunAsync("status");

        doctor.ExitCode.Should().Be(0, doctor.Output + doctor.Error);
        status.ExitCode.Should().Be(0, status.Error);
    }
}
