using System.Globalization;
using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Extraction;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Impact.Truth;
using Bridge.Simulation.Rakuten;

namespace Bridge.Lab;

/// <summary>
/// A migration folder with a small Rakuten pack, and a simulated impact.com on loopback that it leads to. Every process that
/// opens the folder shares the rail's clock, which stands in <c>bridge.yaml</c>.
/// </summary>
public sealed class LabMigration : IAsyncDisposable
{
    /// <summary>The variable that holds the token of impact.com.</summary>
    public const string TokenVariable = "IMPACT_AUTH_TOKEN";

    /// <summary>The variable that holds the token that changes things.</summary>
    public const string WriteTokenVariable = "IMPACT_WRITE_TOKEN";

    private readonly KestrelRailHost host;
    private readonly DemoWorld world;

    private LabMigration(LabOptions options, string folder, RakutenPack pack, DemoWorld world, SimulatedImpact impact, KestrelRailHost host, SimulatedClock clock, TimeProvider time)
    {
        Folder = folder;
        Pack = pack;
        this.world = world;
        Impact = impact;
        this.host = host;
        Time = time;
        Token = impact.Seed.Brand.Tokens[1].Value;
        WriteToken = impact.Seed.Brand.Tokens[0].Value;
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
                accountSid: {impact.Seed.Brand.Sid}
                authToken: env:{TokenVariable}
                writeToken: env:{WriteTokenVariable}
                programId: "{impact.Seed.Brand.Programs[0].Id.ToString(CultureInfo.InvariantCulture)}"
            {Block("execution", options.Execution)}{Block("schedule", options.Schedule)}simulation:
              clock: {clock}

            """;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The pack, with the truth about it.</summary>
    public RakutenPack Pack { get; }

    /// <summary>The rail.</summary>
    public SimulatedImpact Impact { get; }

    /// <summary>The rail's clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The token of impact.com that reads, a secret.</summary>
    public string Token { get; }

    /// <summary>The token of impact.com that changes things, a secret.</summary>
    public string WriteToken { get; }

    /// <summary>Name of the program on impact.com.</summary>
    public string ProgramName => Impact.Seed.Brand.Programs[0].Name;

    /// <summary>The text of bridge.yaml as it was first written.</summary>
    public string Yaml { get; }

    /// <summary>The pack's folder.</summary>
    public string Exports => Path.Combine(Folder, "exports");

    /// <summary>Changing calls of the rail's API so far.</summary>
    public int Changes => Impact.Truth.After(0).Count(line => line.Contains("\"actor\":\"api\"", StringComparison.Ordinal));

    /// <summary>Surroundings for whoever opens the folder in this process.</summary>
    public HostSettings Surroundings => new() { Environment = name => name == TokenVariable ? Token : name == WriteTokenVariable ? WriteToken : null, Operator = "the lab" };

    /// <summary>Makes one.</summary>
    public static async Task<LabMigration> CreateAsync(LabOptions? wanted = null)
    {
        var options = wanted ?? new LabOptions();
        var count = options.Publishers;
        var pack = RakutenPack.Create(new RakutenPackOptions { Publishers = count, Contracts = count + 4, Links = count * 2, Codes = count / 3, Orders = count });
        var start = new DateTimeOffset(pack.Options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var clock = new SimulatedClock(start, DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), options.Speed);
        var time = clock.ToTimeProvider();
        var world = DemoWorld.Create(pack, start, new DemoWorldOptions());
        var impact = new SimulatedImpact(options.Seed(world.Seed), new ImpactSettings(), time);
        var host = await KestrelRailHost.StartAsync(impact, time, 0, CancellationToken.None);
        var folder = options.Folder is { } named ? Directory.CreateDirectory(named).FullName : Directory.CreateTempSubdirectory("bridge-lab-").FullName;
        var lab = new LabMigration(options, folder, pack, world, impact, host, clock, time);
        await pack.WriteToAsync(lab.Exports, CancellationToken.None);
        lab.Write(lab.Yaml);
        await File.WriteAllTextAsync(Path.Combine(folder, "overrides.csv"), "source,target,note\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "rakuten-to-impact.yaml"),
            (await ProfileAsync()).Replace("    period: month\n", "    basis: periodRevenue # answered by the brand\n    period: month\n", StringComparison.Ordinal));
        return lab;
    }

    /// <summary>Writes another bridge.yaml.</summary>
    public void Write(string yaml) => File.WriteAllText(Path.Combine(Folder, "bridge.yaml"), yaml);

    /// <summary>Writes bridge.yaml with one thing changed.</summary>
    public void Rewrite(string old, string replacement) => Write(Yaml.Replace(old, replacement, StringComparison.Ordinal));

    /// <summary>Opens the folder as the command line does.</summary>
    public Task<OpenMigration> OpenAsync() => OpenMigration.OpenAsync(Folder, Surroundings, CancellationToken.None);

    /// <summary>Extracts, plans, approves all of it and applies until people are next.</summary>
    /// <returns>Id of the run, and hash of its plan.</returns>
    public async Task<(string RunId, string PlanHash)> ApplyUntilPeopleAreNextAsync()
    {
        await using var migration = await OpenAsync();
        var plan = await ApprovedPlanAsync(migration);
        var run = await migration.Pipeline.ApplyAsync(plan, migration.Host.Definition.Execution with { ProgramName = ProgramName }, null, null, CancellationToken.None);
        return (run.RunId, plan.Hash);
    }

    /// <summary>The same, but the apply is asked to stop after its first change.</summary>
    /// <param name="resumesByItself">True when a worker is asked to stop, false when a person stops it.</param>
    public async Task<(string RunId, string PlanHash)> ApplyUntilStoppedAsync(bool resumesByItself)
    {
        await using var migration = await OpenAsync();
        var plan = await ApprovedPlanAsync(migration);
        using var stop = new CancellationTokenSource();
        var options = migration.Host.Definition.Execution with { Concurrency = 1, ResumesByItself = resumesByItself, ProgramName = ProgramName };
        var apply = migration.Pipeline.ApplyAsync(plan, options, null, null, stop.Token);
        await Eventually.HoldsAsync(() => Changes > 0 || apply.IsCompleted, () => "nothing was sent");
        await stop.CancelAsync();
        return ((await apply).RunId, plan.Hash);
    }

    /// <summary>People without faults, who work until the scope ends.</summary>
    /// <param name="answer">Told the answer of a task; null for people who write it to the outbox by themselves.</param>
    public LabPeople PeopleAtWork(Func<string, string, Task>? answer = null)
    {
        var settings = new PortalUserSettings { Seed = 7, OmittedRows = 0, MistypedRates = 0, UndoneTicks = 0, RefusalShare = 0, SlowestAnswer = TimeSpan.FromHours(1) };
        return new LabPeople(new PortalUser(PortalClient.InProcess(Impact, Time), settings, Time, Path.Combine(Folder, "outbox"), answer ?? AnswerAsync));
    }

    /// <summary>What the rail's own log says about a plan that was applied.</summary>
    public async Task<TruthReport> TruthAsync(string planHash)
    {
        await using var migration = await OpenAsync();
        await using var stream = await migration.Host.Artifacts.OpenReadAsync(migration.Host.Keys.Plan(planHash), CancellationToken.None)
            ?? throw new PlanUnusableException(planHash, "is not there.", "Make it first.");
        using var reader = new StreamReader(stream);
        var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return TruthReader.Read(Impact.Truth.After(0), Impact.State(), world.Expected(lines), PlannedCalls.Read(lines, Impact.State()));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Impact.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Records that accounts of partners may be created by API.</summary>
    public static async Task AllowAccountsAsync(OpenMigration migration) => await migration.Pipeline.OwnAsync(
        epoch => new AuthorityDesk(migration.Host.Runs, migration.Host.Signer, migration.Host.Time, migration.Host.Ids)
            .RecordAsync(epoch, AuthoritySubjects.AccountCreation, null, "Acme", "mandate of the lab", "the lab", CancellationToken.None),
        CancellationToken.None);

    private static async Task<StoredPlan> ApprovedPlanAsync(OpenMigration migration)
    {
        await AllowAccountsAsync(migration);
        foreach (var side in Enum.GetValues<SnapshotSide>())
        {
            await migration.Pipeline.ExtractAsync(new ExtractionRequest { Side = side }, null, CancellationToken.None);
        }

        var plan = await migration.Pipeline.PlanAsync(CancellationToken.None);
        await migration.Pipeline.ApproveAsync(plan, new ApprovalRequest { Approver = "Maria", AcceptIrreversible = ["all"], AcceptLosses = ["all"] }, CancellationToken.None);
        return plan;
    }

    private static string Block(string name, IReadOnlyList<string> lines) =>
        lines.Count == 0 ? "" : $"{name}:\n{string.Concat(lines.Select(line => $"  {line}\n"))}";

    private static async Task<string> ProfileAsync()
    {
        await using var stream = typeof(LabMigration).Assembly.GetManifestResourceStream("rakuten-to-impact.yaml")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private async Task AnswerAsync(string task, string answer)
    {
        await using var migration = await OpenAsync();
        await new TaskDesk(migration.Host.Runs, migration.Host.Outbox, migration.Host.Time).AnswerAsync(task, answer, "the portal user", CancellationToken.None);
    }
}
