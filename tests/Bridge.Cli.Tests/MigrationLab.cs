using Bridge.Hosting;
using Bridge.Lab;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Tests;

/// <summary>A migration of the lab, driven through the real entry point.</summary>
internal sealed class MigrationLab : IAsyncDisposable
{
    private readonly LabMigration lab;
    private readonly Dictionary<string, string> variables;

    private MigrationLab(LabMigration lab)
    {
        this.lab = lab;
        variables = new Dictionary<string, string> { [LabMigration.TokenVariable] = lab.Token, [LabMigration.WriteTokenVariable] = lab.WriteToken };
        Time = lab.Time;
    }

    public string Folder => lab.Folder;

    /// <summary>Name of the program on the target.</summary>
    public string ProgramName => lab.ProgramName;

    /// <summary>Requests of the rail's API so far that were meant to change something, refused ones included.</summary>
    public int MutatingCalls => lab.Impact.Requests.CountByVerb().Where(pair => pair.Key != "GET").Sum(pair => pair.Value);

    public RakutenPack Pack => lab.Pack;

    public SimulatedImpact Impact => lab.Impact;

    public TimeProvider Time { get; private set; }

    public string Exports => lab.Exports;

    public static async Task<MigrationLab> CreateAsync(int publishers = 30, Func<ImpactSeed, ImpactSeed>? change = null, bool firstWriteNeedsCanary = false) =>
        new(await LabMigration.CreateAsync(new LabOptions { Publishers = publishers, Seed = change ?? (seed => seed), FirstWriteNeedsCanary = firstWriteNeedsCanary }));

    /// <summary>Changing calls of the rail's API so far.</summary>
    public int Changes => lab.Changes;

    /// <summary>Changes bridge.yaml.</summary>
    public void Rewrite(string old, string replacement) => lab.Rewrite(old, replacement);

    public void SetVariable(string name, string value) => variables[name] = value;

    /// <summary>A later clock: what was approved may have expired.</summary>
    public void Later(TimeSpan by) => Time = new ScaledTimeProvider(TimeProvider.System, ((ScaledTimeProvider)lab.Time).Factor, Time.GetUtcNow() + by);

    /// <summary>Runs one command in the migration's folder.</summary>
    public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(new HostSettings(), CancellationToken.None, arguments);

    /// <summary>Runs one command with other surroundings.</summary>
    public Task<CliResult> RunAsync(HostSettings settings, CancellationToken cancellationToken, params string[] arguments) =>
        Cli.RunAsync(Folder, settings with { Time = Time, Environment = variables.GetValueOrDefault }, cancellationToken, arguments);

    /// <summary>Runs one command at a terminal, where a person types.</summary>
    public Task<CliResult> TypeAsync(string typed, params string[] arguments) =>
        Cli.RunAsync(Folder, new HostSettings { Time = Time, Environment = variables.GetValueOrDefault }, typed, CancellationToken.None, arguments);

    /// <summary>Extracts, plans and approves all of it.</summary>
    public async Task ApproveAsync()
    {
        foreach (var step in new[] { new[] { "extract" }, ["plan"], ["approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all"] })
        {
            var result = await RunAsync(step);
            result.ExitCode.Should().Be(0, result.Output + result.Error);
        }
    }

    /// <summary>Simulated people without faults, at work until the scope ends.</summary>
    public async Task<CliResult> WithPeopleAsync(Func<Task<CliResult>> work, Func<IImpactPortal, IImpactPortal>? portal = null)
    {
        await using var people = lab.PeopleAtWork(AnswerAsync, portal);
        var done = work();
        await Task.WhenAny(done, people.Shift);
        if (people.Shift.IsFaulted)
        {
            await people.Shift;
        }

        return await done;
    }

    /// <summary>Answers a task through the command line, in the midst of a run. A task that needs no answer says so; anything else is a failure of the test.</summary>
    private async Task AnswerAsync(string task, string answer)
    {
        var result = await RunAsync("tasks", "answer", task, answer, "--as", "the portal user");
        if (result.ExitCode != 0 && !result.Error.Contains("needs no answer", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(result.Error);
        }
    }

    /// <summary>Every file below the migration's folder with its bytes, but for those that a command always opens.</summary>
    public IReadOnlyList<string> Artifacts() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(path => path.StartsWith(".bridge/artifacts/", StringComparison.Ordinal) || path.StartsWith("reports/", StringComparison.Ordinal) || path.StartsWith("outbox/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public ValueTask DisposeAsync() => lab.DisposeAsync();
}
