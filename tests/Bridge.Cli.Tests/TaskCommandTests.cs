namespace Bridge.Cli.Tests;

/// <summary>Tasks as a project lead works with them.</summary>
public sealed class TaskCommandTests
{
    [Fact]
    public async Task Tasks_are_claimed_listed_filtered_and_say_what_they_block()
    {
        await using var lab = await PackLab.CreateAsync();
        var all = await PackLab.TasksAsync(lab);
        var build = all.First(task => (string)task["tool"]! == "build-template");
        var id = (string)build["id"]!;

        var claimed = await lab.RunAsync("tasks", "claim", id, "--as", "Maria", "--due", "2026-08-01", "--note", "ask the brand", "--json");
        var mine = await PackLab.TasksAsync(lab, "--owner", "maria", "--due-before", "2026-08-02");
        var early = await PackLab.TasksAsync(lab, "--due-before", "2026-08-01");
        var nobody = await PackLab.TasksAsync(lab, "--owner", "none");
        var wrong = await lab.RunAsync("tasks", "claim", id, "--due", "1.8.2026", "--json");
        var text = await lab.RunAsync("tasks");

        claimed.ExitCode.Should().Be(0, claimed.Output + claimed.Error);
        build["blocks"]!.AsObject().Should().NotBeEmpty();
        ((string)build["group"]!).Should().Be("portal");
        ((int)build["ageDays"]!).Should().Be(0);
        mine.Should().ContainSingle().Which["due"]!.ToString().Should().Be("2026-08-01");
        early.Should().BeEmpty();
        nobody.Should().HaveCount(all.Count - 1);
        wrong.ExitCode.Should().Be(1);
        ((string)wrong.Problem["message"]!).Should().Be("--due must be a day.");
        text.Output.Should().Contain("Work in the portal:").And.Contain("Maria").And.Contain("2026-08-01");
    }

    [Fact]
    public async Task A_word_alone_closes_nothing_and_owner_and_date_outlive_resuming()
    {
        await using var lab = await PackLab.WithPacksAsync();
        var pack = (await PackLab.TasksAsync(lab)).First(task => (string)task["form"]! == "FilePack");
        var id = (string)pack["id"]!;
        await lab.RunAsync("tasks", "claim", id, "--as", "Maria", "--due", "2026-08-01");

        var said = await lab.RunAsync("tasks", "complete", id, "--as", "Maria", "--json");
        var verified = await lab.RunAsync("tasks", "verify", id, "--json");
        var calls = lab.Impact.Truth.Count;
        await lab.RunAsync("resume", "latest", "--program-name", lab.ProgramName);
        var after = (await PackLab.TasksAsync(lab)).Single(task => (string)task["id"]! == id);
        var open = await PackLab.TasksAsync(lab, "--open");

        said.ExitCode.Should().Be(0, said.Output + said.Error);
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
        verified.Json["closed"]!.AsArray().Should().BeEmpty();
        ((string)after["owner"]!, (string)after["due"]!, (string)after["reportedDoneBy"]!).Should().Be(("Maria", "2026-08-01", "Maria"));
        open.Should().NotContain(task => (string)task["id"]! == id);
        lab.Impact.Truth.Count.Should().Be(calls);
    }

    [Fact]
    public async Task Looking_begins_nothing_and_closes_what_the_target_shows()
    {
        await using var lab = await PackLab.CreateAsync();
        var build = (await PackLab.TasksAsync(lab)).First(task => (string)task["tool"]! == "build-template");
        var id = (string)build["id"]!;
        var before = lab.Impact.Truth.After(0).Count(line => line.Contains("\"actor\":\"api\"", StringComparison.Ordinal));

        var bare = await lab.RunAsync("tasks", "complete", id, "--json");
        await lab.RunAsync("tasks", "complete", id, "--value", "99999", "--as", "Maria");
        var verified = await lab.RunAsync("tasks", "verify", "--json");

        ((string)bare.Problem["message"]!).Should().Contain("done by its answer alone");
        verified.ExitCode.Should().Be(0, verified.Output + verified.Error);
        lab.Impact.Truth.After(0).Count(line => line.Contains("\"actor\":\"api\"", StringComparison.Ordinal)).Should().Be(before);
    }

    [Fact]
    public async Task A_table_of_tasks_goes_out_and_comes_back()
    {
        await using var lab = await PackLab.CreateAsync();
        var path = Path.Combine(lab.Folder, "tasks.csv");
        var exported = await lab.RunAsync("tasks", "export", "tasks.csv", "--json");
        var lines = (await File.ReadAllLinesAsync(path)).ToList();
        var first = lines[1].Split(',')[0];
        await File.WriteAllLinesAsync(path, ["Task,Owner,Due", $"{first},Kim,2026-07-31"]);

        var imported = await lab.RunAsync("tasks", "import", "tasks.csv", "--as", "Kim", "--json");
        await File.WriteAllLinesAsync(path, ["Task,Owner,Due", $"{first},Lee,2026-07-31", "task-none,Kim,x"]);
        var refused = await lab.RunAsync("tasks", "import", "tasks.csv", "--json");
        var workbook = await lab.RunAsync("tasks", "export", "tasks.xlsx");
        var unchanged = await lab.RunAsync("tasks", "import", "tasks.xlsx", "--json");
        var mine = await PackLab.TasksAsync(lab, "--owner", "Kim");

        exported.ExitCode.Should().Be(0, exported.Output + exported.Error);
        ((int)exported.Json["tasks"]!).Should().Be(lines.Count - 1);
        imported.Json["changed"]!.AsArray().Should().ContainSingle();
        refused.ExitCode.Should().Be(1);
        refused.Problem["place"]!.ToString().Should().Be("tasks.csv:3");
        workbook.ExitCode.Should().Be(0, workbook.Output + workbook.Error);
        unchanged.Json["changed"]!.AsArray().Should().BeEmpty(unchanged.Output + unchanged.Error);
        mine.Should().ContainSingle();
    }

    [Fact]
    public async Task A_pack_is_deleted_by_its_holder_and_its_hash_stays()
    {
        await using var lab = await PackLab.WithPacksAsync();
        var listed = await lab.RunAsync("tasks", "--json");
        var pack = (string)listed.Json["packs"]![0]!["pack"]!;

        var refused = await lab.RunAsync("tasks", "discard", pack, "--json");
        var removed = await lab.RunAsync("tasks", "discard", pack, "--as", "Maria", "--anyway", "--json");
        var after = await lab.RunAsync("tasks", "--json");

        ((bool)listed.Json["packs"]![0]!["mayBeDeleted"]!).Should().BeFalse();
        refused.ExitCode.Should().Be(1);
        removed.ExitCode.Should().Be(0, removed.Output + removed.Error);
        ((bool)removed.Json["journaled"]!).Should().BeTrue();
        File.Exists(Path.Combine(lab.Folder, "outbox", pack + ".csv")).Should().BeFalse();
        after.Json["packs"]!.AsArray().Should().NotContain(one => (string)one!["pack"]! == pack);
    }
}
