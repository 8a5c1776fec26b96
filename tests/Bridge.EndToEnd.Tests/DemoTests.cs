using System.Diagnostics;
using System.Text.Json;

namespace Bridge.EndToEnd.Tests;

public sealed class DemoTests
{
    [Fact]
    public async Task The_whole_route_proves_itself_by_the_rails_own_log()
    {
        using var result = JsonDocument.Parse(await RunAsync("demo", "--json", "--seed", "12", "--speed", "1200"));
        var root = result.RootElement;

        root.GetProperty("problems").EnumerateArray().Select(problem => problem.GetString()).Should().BeEmpty();
        root.GetProperty("dryRun").GetProperty("mutatingCalls").GetInt64().Should().Be(0);
        root.GetProperty("verify").GetProperty("differences").GetInt64().Should().Be(0);
        foreach (var (entity, extracted) in new[] { ("partners", 400), ("contracts", 460), ("links", 1200), ("codes", 150) })
        {
            var totals = root.GetProperty("entities").GetProperty(entity);
            totals.GetProperty("extracted").GetInt64().Should().Be(extracted);
            totals.GetProperty("balanced").GetBoolean().Should().BeTrue(entity);
            totals.GetProperty("created").GetInt64().Should().BePositive(entity);
        }

        var truth = root.GetProperty("truth");
        truth.GetProperty("duplicates").GetInt32().Should().Be(0);
        truth.GetProperty("missing").GetInt32().Should().Be(0);
        truth.GetProperty("unplannedMutations").GetInt32().Should().Be(0);
        truth.GetProperty("codesExpired").GetInt32().Should().BePositive();
        var rollback = root.GetProperty("rollback");
        long Count(string name) => rollback.GetProperty(name).GetInt64();
        Count("applied").Should().Be(Count("restored") + Count("compensated") + Count("keptByGuard") + Count("irreversible") + Count("failed"));
        Count("failed").Should().Be(0);
        var rates = root.GetProperty("rates");
        rates.GetProperty("busiestHour").GetInt32().Should().BePositive().And.BeLessThanOrEqualTo(rates.GetProperty("allowed").GetInt32());
        rates.GetProperty("allowed").GetInt32().Should().Be(600);
        var page = root.GetProperty("report").GetString()!;
        (await File.ReadAllTextAsync(page)).Should().StartWith("<!doctype html>").And.Contain(root.GetProperty("plan").GetProperty("hash").GetString()![..12]);
        root.GetProperty("again").GetProperty("differences").GetInt64().Should().Be(0);
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "bridge.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var told = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await told);
        return await output;
    }
}
