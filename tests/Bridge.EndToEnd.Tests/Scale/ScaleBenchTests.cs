using System.Diagnostics;
using System.Text.Json;

namespace Bridge.EndToEnd.Tests.Scale;

/// <summary>The scale benchmark keeps working, at sizes that take seconds; its figures are not judged here.</summary>
public sealed class ScaleBenchTests
{
    private static readonly string[] Stages = ["extractSource", "extractTarget", "plan", "report"];

    [Fact]
    public async Task A_dry_run_of_ten_times_the_partners_is_measured_stage_by_stage()
    {
        var run = await BenchAsync("scale", "--partners", "300,3000", "--json");

        run.ExitCode.Should().Be(0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        root.GetProperty("limitMiB").GetDecimal().Should().Be(64);
        root.GetProperty("holds").GetBoolean().Should().BeTrue();
        root.GetProperty("sizes").EnumerateArray().Select(size => Number(size, "pack", "partners")).Should().Equal(300, 3000);
        foreach (var size in root.GetProperty("sizes").EnumerateArray())
        {
            Number(size, "pack", "links").Should().Be(Number(size, "pack", "partners") * 3);
            size.GetProperty("held").GetInt64().Should().Be(Number(size, "pack", "partners") * 3 / 10);
            size.GetProperty("calls").GetInt64().Should().BePositive();
            size.GetProperty("changes").GetInt64().Should().Be(0, "a dry run changes nothing");
            var measured = size.GetProperty("run");
            measured.GetProperty("planHash").GetString().Should().MatchRegex("^[0-9a-f]{64}$");
            measured.GetProperty("planSteps").GetInt64().Should().BeGreaterThan(Number(size, "pack", "partners"));
            var stages = measured.GetProperty("stages").EnumerateArray().ToList();
            stages.Select(stage => stage.GetProperty("name").GetString()).Should().Equal(Stages);
            stages.Should().OnlyContain(stage => stage.GetProperty("records").GetInt64() > 0 && stage.GetProperty("peakMiB").GetDecimal() > 20);
            measured.GetProperty("peakMiB").GetDecimal().Should().Be(stages.Max(stage => stage.GetProperty("peakMiB").GetDecimal()));
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_plan()
    {
        var first = await BenchAsync("scale", "--partners", "100", "--seed", "3", "--json");
        var second = await BenchAsync("scale", "--partners", "100", "--seed", "3", "--json");

        HashOf(first).Should().Be(HashOf(second));
    }

    [Theory]
    [InlineData("scale --partners many", "must be a whole number")]
    [InlineData("scale --partners 300,200", "must ascend")]
    [InlineData("scale --fast", "no option")]
    [InlineData("stage nowhere plan", "--keep")]
    [InlineData("speed", "bench list")]
    public async Task Says_what_is_wrong_with_a_command(string command, string expected)
    {
        var run = await BenchAsync(command.Split(' '));

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(expected);
        run.Output.Should().BeEmpty();
    }

    private static long Number(JsonElement size, string group, string name) => size.GetProperty(group).GetProperty(name).GetInt64();

    private static string HashOf((int ExitCode, string Output, string Error) run)
    {
        run.ExitCode.Should().Be(0, run.Error);
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("sizes")[0].GetProperty("run").GetProperty("planHash").GetString()!;
    }

    private static async Task<(int ExitCode, string Output, string Error)> BenchAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "Bridge.Bench.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output).Trim(), await error);
    }
}
