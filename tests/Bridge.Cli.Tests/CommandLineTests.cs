using Bridge.Cli.Simulators;
using Bridge.Hosting;

namespace Bridge.Cli.Tests;

/// <summary>Arguments, help, names and new folders.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-cli-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("init")]
    [InlineData("brand")]
    [InlineData("doctor")]
    [InlineData("rails")]
    [InlineData("template")]
    [InlineData("extract")]
    [InlineData("plan")]
    [InlineData("show")]
    [InlineData("approve")]
    [InlineData("apply")]
    [InlineData("tasks")]
    [InlineData("resume")]
    [InlineData("verify")]
    [InlineData("readiness")]
    [InlineData("rollback")]
    [InlineData("status")]
    [InlineData("export")]
    [InlineData("simulate")]
    [InlineData("demo")]
    public async Task Every_command_explains_itself_with_examples_and_exit_codes(string command)
    {
        var result = await Cli.RunAsync(folder, command, "--help");

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("Examples:\n  bridge " + command).And.Contain("--json").And.Contain("4 plan stale");
    }

    [Fact]
    public async Task A_call_without_arguments_shows_the_commands()
    {
        var result = await Cli.RunAsync(folder);

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("rollback").And.Contain("bridge init rakuten impact acme");
    }

    [Fact]
    public async Task A_mistyped_option_is_an_error_on_the_error_stream()
    {
        var result = await Cli.RunAsync(folder, "approve", "latest", "--sa", "Maria");

        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("--sa").And.Contain("bridge approve --help");
    }

    [Fact]
    public async Task A_mistyped_option_is_one_object_with_json()
    {
        var result = await Cli.RunAsync(folder, "plan", "--nonsense", "--json");

        result.ExitCode.Should().Be(1);
        ((string)result.Json["error"]!).Should().Be("usage");
        ((int)result.Json["exitCode"]!).Should().Be(1);
    }

    [Fact]
    public async Task Init_writes_a_folder_that_is_read_without_a_problem()
    {
        var made = await Cli.RunAsync(folder, "init", "rakuten", "impact", "acme", "--json");
        Directory.CreateDirectory(Path.Combine(folder, "acme", "exports"));
        var settings = new HostSettings { Environment = name => name == "IMPACT_AUTH_TOKEN" ? "secret" : null };

        var status = await Cli.RunAsync(folder, settings, CancellationToken.None, "status", "--dir", "acme", "--json");

        made.ExitCode.Should().Be(0, made.Output);
        made.Json["files"]!.AsArray().Select(file => (string)file!).Should().BeEquivalentTo(
            "bridge.yaml", "rakuten-to-impact.yaml", "schema/mapping-profile.schema.json", "overrides.csv", ".gitignore", "README.md",
            "inbox/CHECKLIST.md", "inbox/CHECKLIST.csv", "inbox/CHECKLIST.xlsx",
            "templates/offers.xlsx", "templates/offer-assignments.xlsx", "templates/codes.xlsx", "templates/crawled-links.xlsx");
        status.ExitCode.Should().Be(0, status.Output + status.Error);
        ((string)status.Json["client"]!).Should().Be("acme");
        ((string)status.Json["next"]!).Should().Be("'bridge extract'");
    }

    [Fact]
    public async Task Init_overwrites_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "overrides.csv"), "mine");

        var result = await Cli.RunAsync(folder, "init", "rakuten", "impact");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("overrides.csv").And.Contain("nothing is overwritten");
        Directory.EnumerateFileSystemEntries(folder).Should().ContainSingle();
    }

    [Fact]
    public async Task Init_names_the_rails_it_knows()
    {
        var result = await Cli.RunAsync(folder, "init", "rakutn", "impact", "x", "--json");

        result.ExitCode.Should().Be(1);
        ((string)result.Problem["value"]!).Should().Be("rakutn");
        ((string)result.Problem["remedy"]!).Should().Be("Known rails: house, impact, rakuten.");
        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
    }

    [Fact]
    public async Task Rails_tell_entities_operations_and_terms()
    {
        var result = await Cli.RunAsync(folder, "rails", "impact", "--json");

        result.ExitCode.Should().Be(0);
        result.Json["entities"]!.AsArray().Select(each => (string)each!["entity"]!).Should().Contain("partners").And.Contain("links");
        result.Json["operations"]!.AsArray().Should().Contain(each => (string)each!["reversibility"]! == "irreversible");
        ((string)result.Json["terms"]!["kinds"]!).Should().Contain("percentOfSale");
    }

    [Theory]
    [InlineData("0h")]
    [InlineData("72")]
    [InlineData("-3d")]
    [InlineData("400d")]
    [InlineData("h")]
    public async Task A_duration_out_of_bounds_is_refused(string text)
    {
        var result = await Cli.RunAsync(folder, "approve", "latest", "--as", "Maria", $"--valid-for={text}", "--json");

        result.ExitCode.Should().Be(1);
        ((string)result.Problem["value"]!).Should().Be(text);
        ((string)result.Problem["remedy"]!).Should().Contain("72h");
    }

    [Fact]
    public async Task A_finding_code_is_explained()
    {
        var all = await Cli.RunAsync(folder, "show", "finding", "--json");
        var code = (string)all.Json["findings"]![0]!["code"]!;

        var one = await Cli.RunAsync(folder, "show", "finding", code);

        one.Output.Should().Contain(code);
    }

    [Fact]
    public async Task A_pack_is_written_once_and_never_into_a_folder_with_files()
    {
        var first = await Cli.RunAsync(folder, "simulate", "pack", "exports", "--publishers", "20", "--json");

        var second = await Cli.RunAsync(folder, "simulate", "pack", "exports", "--publishers", "20");

        first.ExitCode.Should().Be(0, first.Output);
        ((int)first.Json["publishers"]!).Should().Be(20);
        second.ExitCode.Should().Be(1);
        second.Error.Should().Contain("not empty");
    }

    [Fact]
    public async Task A_simulated_rail_says_how_to_connect_and_asks_for_credentials()
    {
        var options = new SimulatorOptions(0, 7, 60m, null, TimeProvider.System);
        await using var rail = await SimulatedRails.ImpactAsync(options, CancellationToken.None);
        var json = rail.Json();
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri($"{json["baseUrl"]}Advertisers/{json["settings"]!["accountSid"]}/Campaigns"));

        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
        ((string)json["variables"]!["IMPACT_AUTH_TOKEN"]!).Should().NotBeEmpty();
        SimulatedClock.Parse((string)json["clock"]!)!.Factor.Should().Be(60m);
    }

    [Fact]
    public async Task A_port_out_of_bounds_is_refused()
    {
        var result = await Cli.RunAsync(folder, "simulate", "rakuten", "--port", "70000");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("--port").And.Contain("70000");
    }
}
