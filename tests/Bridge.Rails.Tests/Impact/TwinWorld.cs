using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Testing.Privacy;
using Bridge.Testing.Time;

namespace Bridge.Rails.Tests.Impact;

/// <summary>The simulated impact.com in this process, in virtual time.</summary>
internal sealed class TwinWorld : IRailWorld
{
    public const string Connection = "acme-impact";

    public TwinWorld(ImpactSettings? settings = null, Func<ImpactSeed, ImpactSeed>? change = null)
    {
        var seed = LivedInSeed.Create(7, Time.GetUtcNow());
        Rail = new SimulatedImpact(change is null ? seed : change(seed), settings ?? new ImpactSettings(), Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedImpact Rail { get; }

    public BrandSeed Brand => Rail.Seed.Brand;

    public long ProgramId => Brand.Programs[0].Id;

    public PlainPersonalValues Vault { get; } = new();

    public int PageSize { get; init; } = 5;

    /// <summary>Settings over those of a good connection; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Changes { get; init; } = new Dictionary<string, string?>();

    public decimal RateShare { get; init; } = 0.6m;

    public int MutatingCalls => Rail.Requests.CountByVerb().Where(pair => pair.Key != "GET").Sum(pair => pair.Value);

    public IRail Open(IWriteGate gate) => Connect(() => new InProcessRailHandler(Rail, Time), Vault).Open(new ImpactRailModule(), gate);

    public RailConnection Connect(Func<HttpMessageHandler>? network, IPersonalValues vault)
    {
        var settings = new Dictionary<string, string>
        {
            ["accountSid"] = Brand.Sid,
            ["authToken"] = "env:READ_ONLY",
            ["writeToken"] = "env:IMPACT_TOKEN",
            ["programId"] = $"{ProgramId}",
            ["pageSize"] = $"{PageSize}",
        };
        foreach (var (key, value) in Changes)
        {
            settings.Remove(key);
            if (value is not null)
            {
                settings[key] = value;
            }
        }

        return new RailConnection
        {
            Name = Connection,
            Settings = settings,
            Secrets = new Dictionary<string, string>
            {
                ["IMPACT_TOKEN"] = Brand.Tokens[0].Value,
                ["READ_ONLY"] = Brand.Tokens[1].Value,
                ["SCOPED"] = Brand.Tokens[2].Value,
                ["AGENCY_TOKEN"] = Rail.Seed.Agency!.Tokens[0].Value,
                ["AGENCY_WRITE"] = Rail.Seed.Agency!.Tokens[^1].Value,
                ["OTHER_BRAND"] = Rail.Seed.Brands[1].Tokens[0].Value,
            },
            Time = Time,
            Network = network,
            Personal = vault,
            RateShare = RateShare,
        };
    }

    public Task RunAsync(Func<Task> body)
    {
        VirtualTime.Run(Time, body);
        return Task.CompletedTask;
    }

    /// <summary>Runs a body against an open connection.</summary>
    public void Run(IWriteGate gate, Func<IRail, Task> body) => VirtualTime.Run(Time, async () =>
    {
        await using var rail = Open(gate);
        await body(rail);
    });

    public ValueTask DisposeAsync()
    {
        Rail.Dispose();
        return ValueTask.CompletedTask;
    }
}
