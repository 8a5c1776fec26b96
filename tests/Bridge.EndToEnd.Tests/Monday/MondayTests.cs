using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Bridge.EndToEnd.Tests.Monday;

/// <summary>A new user follows the README's section about a brand with two programs, line by line, with real processes.</summary>
[Collection(ProcessCollection.Name)]
public sealed class MondayTests(ITestOutputHelper output)
{
    private const string Section = "Monday morning: a brand with two programs";

    [Fact]
    public async Task A_new_user_moves_a_brand_with_nothing_but_the_README()
    {
        var lines = ReadmeSection.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "README.md")), Section);
        lines.Should().HaveCountGreaterThan(30);
        var home = Directory.CreateTempSubdirectory("bridge-monday-").FullName;
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            await using var reader = new Reader(home, (line, result) => output.WriteLine($"{clock.Elapsed:mm\\:ss} {result?.ExitCode.ToString(CultureInfo.InvariantCulture) ?? "&"} {line}"));

            await reader.FollowAsync(lines);

            var rail = await reader.RailAsync();
            rail.Keys()["partners"].Should().OnlyHaveUniqueItems().And.HaveCountGreaterThan(800);
            foreach (var program in new[] { "us", "de" })
            {
                reader.Ran($"acme/{program}", "verify").Output.Should().Contain(": 0 differences");
                Equations(reader.Ran($"acme/{program}", "resume").Output).Should().HaveCountGreaterThan(5).And.OnlyContain(equation => equation.Planned == equation.Parts.Sum());
            }

            reader.Blocked("us").Output.Should().MatchRegex("569 without it: [0-9]{7}, ").And.Contain("the baseline offer is never assumed");
            var partners = reader.Ran("acme", "brand partners").Output;
            partners.Should().Contain("1,100 partners with 1,265 participations in 2 programs").And.Contain("SubNetwork");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static IEnumerable<(long Planned, long[] Parts)> Equations(string text) =>
        Regex.Matches(text, "^ *[a-z]+: ([0-9]+) = ([0-9]+) done \\+ (.*)$", RegexOptions.Multiline).Select(match => (
            Number(match.Groups[1].Value),
            Regex.Matches(match.Value[(match.Value.IndexOf('=', StringComparison.Ordinal) + 1)..], "[0-9]+").Select(part => Number(part.Value)).ToArray()));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
