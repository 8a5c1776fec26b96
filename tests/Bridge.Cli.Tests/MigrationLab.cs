using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Tests;

/// <summary>A migration folder with a small pack and a simulated impact.com on loopback, driven through the real entry point.</summary>
internal sealed class MigrationLab : IAsyncDisposable
{
    private const string Token = "IMPACT_AUTH_TOKEN";
    private const decimal Speed = 3600;
    private readonly Dictionary<string, string> variables = [];
    private readonly KestrelRailHost host;

    private MigrationLab(string folder, RakutenPack pack, SimulatedImpact impact, KestrelRailHost host, TimeProvider time, ImpactWorldFacts facts)
    {
        Folder = folder;
        Pack = pack;
        Impact = impact;
        this.host = host;
        Time = time;
        variables[Token] = facts.Token;
        Yaml = $"""
            client: acme
            migration: lab
            source: from
            target: to
            profile: rakuten-to-impact.yaml
            overrides: overrides.csv
            connections:
              from:
                rail: rakuten
                exportFolder: exports
                advertiserId: "{pack.Options.Mid}"
                currency: {pack.Options.Currency}
                exportDate: {pack.Options.AsOf:yyyy-MM-dd}
              to:
                rail: impact
                baseUrl: {host.BaseUrl}
                accountSid: {facts.Sid}
                authToken: env:{Token}
                programId: "{facts.Program}"
            execution:
              observeEvery: 20m
              reissueAfter: 12h

            """;
    }

    public string Folder { get; }

    public RakutenPack Pack { get; }

    public SimulatedImpact Impact { get; }

    public TimeProvider Time { get; private set; }

    /// <summary>The text of bridge.yaml as it should be.</summary>
    public string Yaml { get; }

    public string Exports => Path.Combine(Folder, "exports");

    public static async Task<MigrationLab> CreateAsync(int publishers = 30, Func<Bridge.Simulation.Impact.Seeding.ImpactSeed, Bridge.Simulation.Impact.Seeding.ImpactSeed>? change = null)
    {
        var pack = RakutenPack.Create(new RakutenPackOptions { Publishers = publishers, Contracts = publishers + 4, Links = publishers * 2, Codes = publishers / 3, Orders = publishers });
        var start = new DateTimeOffset(pack.Options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var time = new ScaledTimeProvider(TimeProvider.System, (double)Speed, start);
        var world = DemoWorld.Create(pack, start, new DemoWorldOptions());
        var seed = change is null ? world.Seed : change(world.Seed);
        var impact = new SimulatedImpact(seed, new ImpactSettings(), time);
        var host = await KestrelRailHost.StartAsync(impact, time, 0, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("bridge-cli-").FullName;
        var facts = new ImpactWorldFacts(seed.Brand.Sid, seed.Brand.Tokens[0].Value, seed.Brand.Programs[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var lab = new MigrationLab(folder, pack, impact, host, time, facts);
        await pack.WriteToAsync(lab.Exports, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "bridge.yaml"), lab.Yaml);
        await File.WriteAllTextAsync(Path.Combine(folder, "overrides.csv"), "source,target,note\n");
        var profile = Init.ShippedProfiles.Find("rakuten-to-impact.yaml")!;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "rakuten-to-impact.yaml"),
            profile.Replace("    period: month\n", "    basis: periodRevenue # answered by the brand\n    period: month\n", StringComparison.Ordinal));
        return lab;
    }

    /// <summary>Changes bridge.yaml.</summary>
    public void Rewrite(string old, string replacement) =>
        File.WriteAllText(Path.Combine(Folder, "bridge.yaml"), Yaml.Replace(old, replacement, StringComparison.Ordinal));

    public void SetVariable(string name, string value) => variables[name] = value;

    /// <summary>A later clock: what was approved may have expired.</summary>
    public void Later(TimeSpan by) => Time = new ScaledTimeProvider(TimeProvider.System, (double)Speed, Time.GetUtcNow() + by);

    /// <summary>Runs one command in the migration's folder.</summary>
    public Task<CliResult> RunAsync(params string[] arguments) => RunAsync(new HostSettings(), CancellationToken.None, arguments);

    /// <summary>Runs one command with other surroundings.</summary>
    public Task<CliResult> RunAsync(HostSettings settings, CancellationToken cancellationToken, params string[] arguments) =>
        Cli.RunAsync(Folder, settings with { Time = Time, Environment = variables.GetValueOrDefault }, cancellationToken, arguments);

    /// <summary>Simulated people without faults, at work until the scope ends.</summary>
    public async Task<CliResult> WithPeopleAsync(Func<Task<CliResult>> work)
    {
        using var home = new CancellationTokenSource();
        var settings = new PortalUserSettings { Seed = 7, OmittedRows = 0, MistypedRates = 0, UndoneTicks = 0, RefusalShare = 0, SlowestAnswer = TimeSpan.FromHours(1) };
        var person = new PortalUser(PortalClient.InProcess(Impact, Time), settings, Time, Path.Combine(Folder, "outbox"), (task, answer) => AnswerAsync(task, answer));
        var shift = person.RunAsync(home.Token);
        try
        {
            var done = work();
            await Task.WhenAny(done, shift);
            if (shift.IsFaulted)
            {
                await shift;
            }

            return await done;
        }
        finally
        {
            await home.CancelAsync();
            await shift;
        }
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

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Impact.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    internal sealed record ImpactWorldFacts(string Sid, string Token, string Program);
}
