using System.Text.Json.Nodes;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Impact.Truth;
using Bridge.Simulation.Rakuten;

namespace Bridge.EndToEnd.Tests.Kills;

/// <summary>
/// A migration as a person would set it up in three terminals: a simulated impact.com with the log of its changes, simulated
/// people at its portal, and the migration's folder. Every one is a process of its own.
/// </summary>
internal sealed class ProcessLab : IAsyncDisposable
{
    private const int Seed = 7;
    private readonly int publishers;
    private readonly BridgeProcess rail;
    private readonly List<BridgeProcess> others = [];
    private readonly Dictionary<string, string> variables;
    private readonly HttpClient http;
    private readonly JsonObject connection;

    private ProcessLab(string home, int publishers, BridgeProcess rail, JsonObject connection)
    {
        Home = home;
        this.publishers = publishers;
        this.rail = rail;
        this.connection = connection;
        variables = connection["variables"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        http = new HttpClient { BaseAddress = new Uri((string)connection["baseUrl"]!) };
        Truth = new TruthFile(Path.Combine(home, "truth", "impact.ndjson"));
    }

    public string Home { get; }

    public string Folder => Path.Combine(Home, "acme");

    /// <summary>Name of the program on the target.</summary>
    public string ProgramName => (string)connection["programName"]!;

    public TruthFile Truth { get; }

    /// <summary>Starts the rail and writes the folder.</summary>
    public static async Task<ProcessLab> StartAsync(int publishers, int speed)
    {
        var home = Directory.CreateTempSubdirectory("bridge-kills-").FullName;
        var count = $"{publishers}";
        var rail = BridgeProcess.Start(home, [], "simulate", "impact", "--port", "0", "--seed", $"{Seed}", "--publishers", count, "--speed", $"{speed}", "--data", "truth", "--json");
        try
        {
            var lab = new ProcessLab(home, publishers, rail, await rail.FirstObjectAsync());
            await lab.WriteFolderAsync();
            return lab;
        }
        catch
        {
            await rail.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a command in the migration's folder.</summary>
    public BridgeProcess Start(params string[] arguments)
    {
        var process = BridgeProcess.Start(Folder, variables, arguments);
        others.Add(process);
        return process;
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<ProcessResult> RunAsync(params string[] arguments) => Start(arguments).EndAsync();

    /// <summary>Runs a command that has to work.</summary>
    public async Task<JsonObject> DoAsync(params string[] arguments)
    {
        var result = await RunAsync([.. arguments, "--json"]);
        result.ExitCode.Should().Be(0, result.Told);
        return result.Json;
    }

    /// <summary>Extracts, plans and approves.</summary>
    /// <returns>The plan's hash.</returns>
    public async Task<string> ApproveAsync()
    {
        await DoAsync("authority", "record", "account-creation", "--by", "Acme", "--document", "mandate of the lab", "--as", "Maria");
        await DoAsync("extract");
        var plan = await DoAsync("plan");
        await DoAsync("approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all", "--valid-for", "30d");
        return (string)plan["plan"]!;
    }

    /// <summary>Lets simulated people sit down at the portal; they stay until the lab is disposed.</summary>
    public void StartPeople() => Start("simulate", "portal", "--careful");

    /// <summary>Rows of the id map for one entity: source and target.</summary>
    public async Task<IReadOnlyList<(string Source, string Target)>> CrosswalkAsync(string entity)
    {
        var file = (string)(await DoAsync("export", "crosswalk"))["file"]!;
        return [.. File.ReadLines(file).Select(line => line.Split(',')).Where(cells => cells[0] == entity).Select(cells => (cells[1], cells[2]))];
    }

    /// <summary>Answers a question about a link as a person does who looks into the portal.</summary>
    /// <param name="id">Id of the question.</param>
    /// <param name="rail">What the portal shows.</param>
    /// <param name="known">Tracking links that Bridge knows already; an answer is added.</param>
    /// <returns>The answer.</returns>
    public async Task<string> AnswerAsync(string id, RailState rail, HashSet<string> known)
    {
        var asked = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "outbox", id + ".json")))!["fields"]!;
        var there = rail.Links((string)asked["partnerId"]!, (string?)asked["destination"] ?? "", (string?)asked["vanityPath"] ?? "");
        var answer = there.FirstOrDefault(known.Add) ?? "absent";
        await DoAsync("tasks", "answer", id, answer, "--as", "Maria");
        return answer;
    }

    /// <summary>Makes the rail misbehave; of several rules that hit a request, the one added first acts.</summary>
    public async Task AddFaultAsync(JsonObject rule)
    {
        using var content = new StringContent(rule.ToJsonString());
        using var answer = await http.PostAsync("__portal/faults", content);
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What the rail holds now.</summary>
    public async Task<RailState> StateAsync() => new(await http.GetStringAsync("__state"));

    /// <summary>Lines of a plan, as its file holds them.</summary>
    public IReadOnlyList<string> PlanLines(string hash) => File.ReadAllLines(PlanFile(hash));

    /// <summary>The file of a plan.</summary>
    public string PlanFile(string hash) =>
        Directory.EnumerateFiles(Path.Combine(Folder, ".bridge", "artifacts"), "*", SearchOption.AllDirectories).Single(path => path.Contains(hash, StringComparison.Ordinal));

    /// <summary>Judges what happened by the rail's own records and the plan file alone.</summary>
    public async Task<TruthReport> JudgeAsync(string hash)
    {
        var pack = RakutenPack.Create(RakutenPackOptions.Of(publishers) with { Seed = Seed });
        var morning = new DateTimeOffset(pack.Options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var state = await StateAsync();
        var plan = PlanLines(hash);
        var expected = DemoWorld.Create(pack, morning, new DemoWorldOptions { Seed = Seed }).Expected(plan);

        // A call that sets a whole value may be sent again after doubt: its declared class says so.
        var planned = plan.Concat(plan.Where(line => line.Contains("\"class\":\"declarative\"", StringComparison.Ordinal)));
        return TruthReader.Read(Truth.Lines, state.Json, expected, PlannedCalls.Read(planned, state.Json));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in others.Append(rail))
        {
            await process.DisposeAsync();
        }

        http.Dispose();
        Directory.Delete(Home, recursive: true);
    }

    private async Task WriteFolderAsync()
    {
        Directory.CreateDirectory(Folder);
        var pack = await DoAsync("simulate", "pack", "exports", "--seed", $"{Seed}", "--publishers", $"{publishers}");
        await DoAsync("init", "rakuten", "impact", ".", "--client", "acme");
        var settings = string.Join("\n", connection["settings"]!.AsObject().Select(pair => $"    {pair.Key}: {pair.Value}"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "bridge.yaml"), $"""
            client: acme
            migration: kills
            source: from
            target: to
            profile: rakuten-to-impact.yaml
            overrides: overrides.csv
            connections:
              from:
                rail: rakuten
                exportFolder: exports
                advertiserId: "{pack["advertiserId"]}"
                currency: {pack["currency"]}
                exportDate: {pack["exportDate"]}
              to:
                rail: impact
            {settings}
            execution:
              concurrency: 2
              observeEvery: 20m
              reissueAfter: 30d
            simulation:
              clock: {connection["clock"]}

            """);
        var profile = Path.Combine(Folder, "rakuten-to-impact.yaml");
        var text = await File.ReadAllTextAsync(profile);
        await File.WriteAllTextAsync(profile, text.Replace("    period: month\n", "    basis: periodRevenue # answered by the brand\n    period: month\n", StringComparison.Ordinal));
    }
}
