using System.Text;
using Bridge.Hosting;
using Bridge.Simulation.Hosting.Faults;

namespace Bridge.Cli.Tests;

/// <summary>Bad input as a new user meets it: one clear message with place, value, rule and remedy, the right exit code, nothing half-written.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task An_unknown_rail_is_named_with_its_line_and_the_known_ones()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.Rewrite("rail: impact", "rail: impcat");

        var result = await lab.RunAsync("extract");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("bridge.yaml:").And.Contain("impcat").And.Contain("Known rails: house, impact, rakuten").And.NotContain("   at ");
    }

    [Fact]
    public async Task An_unknown_key_is_named_with_its_line_and_the_known_ones()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.Rewrite("exportFolder: exports", "exportFolder: exports\n    exportFoldr: elsewhere");

        var result = await lab.RunAsync("extract", "--side", "source", "--json");

        result.ExitCode.Should().Be(1);
        ((string)result.Problem["place"]!).Should().MatchRegex(@"^bridge\.yaml:\d+:\d+$");
        ((string)result.Problem["value"]!).Should().Be("exportFoldr");
        ((string)result.Problem["remedy"]!).Should().Contain("exportFolder");
        lab.Artifacts().Should().BeEmpty();
    }

    [Fact]
    public async Task An_unknown_key_at_the_top_of_the_file_is_named_too()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.Rewrite("client: acme", "client: acme\nclints: acme");

        var result = await lab.RunAsync("status");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("clints").And.Contain("bridge.yaml:2");
    }

    [Fact]
    public async Task A_folder_without_bridge_yaml_says_how_to_begin()
    {
        var folder = Directory.CreateTempSubdirectory("bridge-cli-").FullName;

        var result = await Cli.RunAsync(folder, "plan");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain(folder).And.Contain("bridge init");
        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
        Directory.Delete(folder);
    }

    [Fact]
    public async Task A_missing_column_is_named_with_its_file()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        var file = Directory.GetFiles(lab.Exports, "publishers-*.csv").Order(StringComparer.Ordinal).First();
        var text = File.ReadAllText(file);
        File.WriteAllText(file, text.Replace("Site ID", "Sight", StringComparison.Ordinal));

        var result = await lab.RunAsync("extract", "--side", "source");
        var shown = await lab.RunAsync("show", "snapshot", "source");

        result.ExitCode.Should().Be(2, shown.Output);
        result.Output.Should().Contain(Path.GetFileName(file)).And.Contain("Site ID").And.Contain("block every plan");
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_named_with_line_and_remedy()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        var file = Path.Combine(lab.Exports, "publishers-approved.csv");
        var text = Encoding.UTF8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        File.WriteAllBytes(file, Encoding.Latin1.GetBytes(text + "3000001,Caf\u00E9 Publisher,https://cafe.example,,2025-01-01,,,\n"));

        var result = await lab.RunAsync("extract", "--side", "source");
        var shown = await lab.RunAsync("show", "snapshot", "source", "--json");

        result.ExitCode.Should().Be(0, result.Output);
        var found = shown.Json["firstFindings"]!.AsArray().Where(finding => ((string?)finding!["place"])?.StartsWith("publishers-approved.csv:", StringComparison.Ordinal) == true).ToList();
        found.Should().Contain(finding => ((string)finding!["message"]!).Contains("not UTF-8") && ((string)finding["remedy"]!).Contains("UTF-8"), shown.Output);
    }

    [Fact]
    public async Task A_secret_that_is_not_there_is_named_by_its_reference()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.SetVariable("IMPACT_AUTH_TOKEN", "");

        var result = await lab.RunAsync("doctor", "--json");

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("env:IMPACT_AUTH_TOKEN").And.Contain("BRG-SET-009");
    }

    [Fact]
    public async Task Wrong_credentials_are_told_without_the_secret()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.SetVariable("IMPACT_AUTH_TOKEN", "wrong-secret-value");

        var doctor = await lab.RunAsync("doctor");
        var extract = await lab.RunAsync("extract", "--side", "target");

        doctor.ExitCode.Should().Be(1);
        doctor.Output.Should().Contain("PROBLEM").And.NotContain("wrong-secret-value");
        extract.ExitCode.Should().Be(1);
        extract.Error.Should().Contain("401").And.NotContain("wrong-secret-value");
        lab.Artifacts().Should().BeEmpty();
    }

    [Fact]
    public async Task A_target_program_that_is_not_active_is_a_problem_for_the_doctor_and_stops_the_plan()
    {
        await using var lab = await MigrationLab.CreateAsync(20, seed => seed.WithBrand(brand => brand with
        {
            Programs = [brand.Programs[0] with { State = "DEACTIVATED" }, .. brand.Programs.Skip(1)],
        }));

        var doctor = await lab.RunAsync("doctor");
        await lab.RunAsync("extract");
        var plan = await lab.RunAsync("plan");

        doctor.ExitCode.Should().Be(1);
        doctor.Output.Should().Contain("PROBLEM").And.Contain("not ACTIVE");
        plan.ExitCode.Should().Be(2, plan.Output + plan.Error);
    }

    [Fact]
    public async Task An_expired_approval_opens_nothing()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        var approved = await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all", "--valid-for", "1h");
        lab.Later(TimeSpan.FromHours(2));

        var result = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName);

        approved.ExitCode.Should().Be(0, approved.Error);
        result.ExitCode.Should().Be(3, result.Output + result.Error);
        result.Error.Should().Contain("Maria").And.Contain("expired").And.Contain("Nothing was sent");
        lab.Impact.Truth.After(0).Should().NotContain(line => line.Contains("\"actor\":\"api\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_made_from_an_older_state_is_stale()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        await lab.RunAsync("extract");
        await lab.RunAsync("plan");
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var profile = Path.Combine(lab.Folder, "rakuten-to-impact.yaml");
        File.WriteAllText(profile, File.ReadAllText(profile).Replace("prefix: \"\"", "prefix: \"Moved \"", StringComparison.Ordinal));

        var result = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");

        result.ExitCode.Should().Be(4, result.Output + result.Error);
        ((string)result.Json["error"]!).Should().Be("planStale");
    }

    [Fact]
    public async Task An_interrupted_download_is_told_and_the_next_extraction_goes_on()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.AppliedTruncated, Times = null });

        var broken = await lab.RunAsync("extract", "--side", "target");
        lab.Impact.Faults.Clear();
        var whole = await lab.RunAsync("extract", "--side", "target", "--json");

        broken.ExitCode.Should().Be(1, broken.Output);
        broken.Error.Should().Contain("remedy:").And.NotContain("   at ");
        whole.ExitCode.Should().Be(0, whole.Output + whole.Error);
        whole.Json["snapshots"]!.AsArray().Should().HaveCount(1);
    }

    [Fact]
    public async Task A_full_disk_is_told_with_what_to_do_and_leaves_no_manifest()
    {
        await using var lab = await MigrationLab.CreateAsync(20);
        var settings = new HostSettings { ArtifactStore = store => new FullDiskStore(store) };

        var result = await lab.RunAsync(settings, CancellationToken.None, "extract", "--side", "source");

        result.ExitCode.Should().Be(1, result.Output);
        result.Error.Should().Contain("no room").And.Contain("Make room").And.NotContain("   at ");
        lab.Artifacts().Should().BeEmpty();
    }
}
