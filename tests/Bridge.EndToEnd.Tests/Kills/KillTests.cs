using System.Text.Json.Nodes;
using Xunit.Abstractions;

namespace Bridge.EndToEnd.Tests.Kills;

/// <summary>An apply whose process is killed again and again ends like one that nobody disturbed.</summary>
[Collection(ProcessCollection.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Publishers = 40;
    private const int Speed = 1800;
    private const int Kills = 10;
    private const int Seed = 20260630;

    /// <summary>No simulated hour that a test lasts is as long.</summary>
    private const int Forever = 1_000_000;

    [Fact]
    public async Task Ten_kills_during_apply_leave_what_an_undisturbed_apply_leaves()
    {
        await using var control = await ProcessLab.StartAsync(Publishers, Speed);
        await using var killed = await ProcessLab.StartAsync(Publishers, Speed);
        var plans = await Task.WhenAll(control.ApproveAsync(), killed.ApproveAsync());
        control.StartPeople();
        var undisturbed = await control.DoAsync("apply", "latest", "--program-name", control.ProgramName, "--wait");
        var whole = control.Truth.Count();

        var (last, counts) = await KillAsync(killed, whole);
        var questions = await QuestionsAsync(killed, last);
        var answers = await AnswerAsync(killed, questions);
        var end = await killed.DoAsync("resume", "latest", "--wait");
        var verified = await killed.DoAsync("verify", "latest");

        output.WriteLine($"{whole} calls undisturbed; killed after {string.Join(", ", counts)}; {questions.Count} questions.");
        counts.Should().HaveCount(Kills).And.BeInAscendingOrder().And.OnlyHaveUniqueItems().And.OnlyContain(count => count > 0 && count < whole);
        last.ExitCode.Should().Be(5, last.Told);
        answers.Should().Contain("absent").And.Contain(answer => answer != "absent");
        ((string)end["status"]!).Should().Be("completed");
        JsonNode.DeepEquals(end["entities"], undisturbed["entities"]).Should().BeTrue($"{end["entities"]} should be {undisturbed["entities"]}");
        ((long)verified["differences"]!).Should().Be(0);
        killed.Truth.Count().Should().BeGreaterThanOrEqualTo(whole);
        killed.Truth.Of("link.create").Should().Be(control.Truth.Of("link.create"));
        await ShouldBeCleanAsync(control, plans[0]);
        await ShouldBeCleanAsync(killed, plans[1]);
        var (wanted, found) = ((await control.StateAsync()).Keys(), (await killed.StateAsync()).Keys());
        foreach (var (kind, keys) in wanted)
        {
            keys.Should().NotBeEmpty(kind);
            found[kind].Should().Equal(keys, kind);
        }
    }

    /// <summary>
    /// Applies and resumes, and kills the process ten times, each time after the rail's log has grown by a random number of
    /// calls; the first time while the call of a link is certainly in flight. Then lets it come to its end.
    /// </summary>
    private static async Task<(ProcessResult Last, IReadOnlyList<int> Counts)> KillAsync(ProcessLab lab, int whole)
    {
        var random = new Random(Seed);
        var hangs = random.Next(4, 9);
        await lab.AddFaultAsync(new JsonObject { ["action"] = "slow", ["kind"] = "link.create", ["ordinal"] = hangs, ["delaySeconds"] = Forever });
        await lab.AddFaultAsync(new JsonObject { ["action"] = "dropped", ["kind"] = "link.create", ["ordinal"] = hangs + 3 });
        await lab.AddFaultAsync(new JsonObject { ["action"] = "slow", ["verb"] = "POST", ["times"] = "always", ["delaySeconds"] = 40 });
        lab.StartPeople();
        var counts = new List<int>();
        var process = lab.Start("apply", "latest", "--program-name", lab.ProgramName, "--wait", "--json");
        for (var left = Kills; left > 0; left--)
        {
            // Up to twice the mean step, so that the kills spread over what is left. Each kill may cost as many links as are in
            // flight: they wait for their answers, and a run of which only questions are left ends by itself. So there have to be
            // more calls than all kills can cost behind the last goal.
            var room = (whole * 5 / 8) - lab.Truth.Calls;
            var goal = lab.Truth.Calls + 1 + random.Next(Math.Max(1, (2 * room / (left + 1)) - 1));
            var alive = await lab.Truth.UntilAsync(truth => counts.Count == 0 ? truth.Of("link.create") >= hangs : truth.Calls >= goal, process);
            counts.Add(lab.Truth.Calls);
            var dead = await process.KillAsync();
            (alive, dead.ExitCode).Should().Be((true, BridgeProcess.Killed), dead.Told);
            process = lab.Start("resume", "latest", "--wait", "--json");
        }

        return (await process.EndAsync(), counts);
    }

    /// <summary>What the run asks: links alone, each by its name. The list and the run's own report agree.</summary>
    private static async Task<IReadOnlyList<string>> QuestionsAsync(ProcessLab lab, ProcessResult last)
    {
        var open = (await lab.DoAsync("tasks"))["tasks"]!.AsArray();
        open.Should().NotBeEmpty().And.OnlyContain(task => (string)task!["form"]! == "Question" && (string)task["tool"]! == "find-link", last.Told);
        ((int)last.Json["steps"]!["unknown"]!).Should().Be(open.Count);
        ((int)last.Json["reasons"]!["links manual OutcomeUnknown"]!).Should().Be(open.Count);
        foreach (var task in open)
        {
            var slip = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(lab.Folder, "outbox", $"{task!["id"]}.json")))!;
            var fields = slip["fields"]!;
            ((string)task["title"]!).Should().Contain($"'{fields["link"]}'").And.Contain((string)fields["partnerId"]!).And.Contain((string)fields["destination"]!);
            ((string)fields["step"]!).Should().Be($"links/{fields["link"]}/create");
        }

        return [.. open.Select(task => (string)task!["id"]!)];
    }

    private static async Task<IReadOnlyList<string>> AnswerAsync(ProcessLab lab, IReadOnlyList<string> questions)
    {
        var rail = await lab.StateAsync();
        var known = (await lab.CrosswalkAsync("links")).Select(row => row.Target.Split('?')[0]).ToHashSet(StringComparer.Ordinal);
        var answers = new List<string>();
        foreach (var pair in questions.Chunk(2))
        {
            answers.AddRange(await Task.WhenAll(pair.Select(id => lab.AnswerAsync(id, rail, known))));
        }

        return answers;
    }

    private static async Task ShouldBeCleanAsync(ProcessLab lab, string plan)
    {
        var judged = await lab.JudgeAsync(plan);
        judged.Duplicates.Should().BeEmpty();
        judged.Missing.Should().BeEmpty();
        judged.UnplannedMutations.Should().BeEmpty();
    }
}
