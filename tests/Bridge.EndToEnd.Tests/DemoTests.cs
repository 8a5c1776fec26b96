using System.Text;
using System.Text.Json;

namespace Bridge.EndToEnd.Tests;

/// <summary>One run of the demo, looked at from all sides.</summary>
public sealed class DemoTests(DemoFixture demo) : IClassFixture<DemoFixture>
{
    [Fact]
    public void The_whole_route_proves_itself_by_the_rails_own_log()
    {
        using var result = JsonDocument.Parse(demo.Output);
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
        root.GetProperty("again").GetProperty("differences").GetInt64().Should().Be(0);
    }

    [Fact]
    public void No_hour_takes_more_calls_than_the_configured_share()
    {
        using var result = JsonDocument.Parse(demo.Output);

        var rates = result.RootElement.GetProperty("rates");

        rates.GetProperty("allowed").GetInt32().Should().Be(600);
        rates.GetProperty("busiestHour").GetInt32().Should().BeInRange(1, 600);
    }

    [Fact]
    public async Task The_report_is_one_page_of_the_first_apply()
    {
        using var result = JsonDocument.Parse(demo.Output);

        var page = await File.ReadAllTextAsync(result.RootElement.GetProperty("report").GetString()!);

        page.Should().StartWith("<!DOCTYPE html>").And.Contain(result.RootElement.GetProperty("plan").GetProperty("hash").GetString()![..12]);
        page.Should().NotContain("src=\"http").And.NotContain("<link ");
    }

    [Fact]
    public async Task No_personal_value_of_the_pack_is_in_any_artifact_database_report_or_log()
    {
        var values = await PackSecrets.ReadAsync(Path.Combine(demo.Folder, "exports"));
        var search = new ByteSearch(values);
        var kept = Directory.EnumerateFiles(Path.Combine(demo.Folder, ".bridge"), "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(demo.Folder, "reports"), "*", SearchOption.AllDirectories))
            .ToList();

        var found = kept.SelectMany(file => search.Find(File.ReadAllBytes(file)).Select(value => $"{Path.GetRelativePath(demo.Folder, file)}: {value}")).ToList();
        var said = search.Find(Encoding.UTF8.GetBytes(demo.Output + demo.Errors)).ToList();

        // The search itself works: it finds what it looks for in the files that people gave, and a value that is slipped in.
        values.Should().HaveCountGreaterThan(600);
        Directory.EnumerateFiles(Path.Combine(demo.Folder, "exports"), "publisher*.csv").SelectMany(file => search.Find(File.ReadAllBytes(file))).Distinct().Should().HaveSameCount(values);
        search.Find([.. File.ReadAllBytes(kept[0]), .. Encoding.Unicode.GetBytes(values.First())]).Should().Equal(values.First());
        kept.Select(Path.GetExtension).Distinct().Should().Contain([".seg", ".fp", ".raw", ".db", ".html", ".csv", ".json", ".md", ".ndjson"]);
        demo.Errors.Should().Contain("Extraction");
        found.Should().BeEmpty();
        said.Should().BeEmpty();
        Directory.EnumerateFileSystemEntries(Path.Combine(demo.Folder, "outbox")).Should().BeEmpty("packs are for people, and nobody waits for one any more");
    }
}
