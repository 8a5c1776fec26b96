using System.Text.Json.Nodes;
using Bridge.Simulation.Impact.People;

namespace Bridge.Cli.Tests;

/// <summary>A lab whose run waits with files in the outbox.</summary>
internal static class PackLab
{
    public static async Task<MigrationLab> CreateAsync(Action<MigrationLab>? change = null)
    {
        var lab = await MigrationLab.CreateAsync();
        change?.Invoke(lab);
        await lab.RunAsync("extract");
        var plan = await lab.RunAsync("plan", "--json");
        plan.ExitCode.Should().Be(0, plan.Output + plan.Error);
        await lab.RunAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all");
        var applied = await lab.RunAsync("apply", "latest", "--program-name", lab.ProgramName, "--json");
        applied.ExitCode.Should().Be(5, applied.Output + applied.Error);
        return lab;
    }

    /// <summary>Builds the templates, so that the files go out.</summary>
    public static async Task<MigrationLab> WithPacksAsync(Action<MigrationLab>? change = null)
    {
        var lab = await CreateAsync(change);
        foreach (var id in (await TasksAsync(lab)).Where(task => (string)task["tool"]! == "build-template").Select(task => (string)task["id"]!))
        {
            var slip = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(lab.Folder, "outbox", id + ".json")))!;
            var template = await Portal(lab).CreateTemplateAsync(slip["fields"]!.ToJsonString(), CancellationToken.None);
            await lab.RunAsync("tasks", "complete", id, "--value", template, "--as", "Maria");
        }

        var resumed = await lab.RunAsync("resume", "latest", "--program-name", lab.ProgramName, "--json");
        resumed.ExitCode.Should().Be(5, resumed.Output + resumed.Error);
        return lab;
    }

    /// <summary>Open tasks.</summary>
    public static async Task<IReadOnlyList<JsonObject>> TasksAsync(MigrationLab lab, params string[] filter)
    {
        var tasks = await lab.RunAsync(["tasks", .. filter, "--json"]);
        tasks.ExitCode.Should().Be(0, tasks.Output + tasks.Error);
        return [.. tasks.Json["tasks"]!.AsArray().Select(task => task!.AsObject())];
    }

    /// <summary>The portal, as a person uses it.</summary>
    public static PortalClient Portal(MigrationLab lab) => PortalClient.InProcess(lab.Impact, lab.Time);
}
