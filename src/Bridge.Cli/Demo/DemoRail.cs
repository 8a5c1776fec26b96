using Bridge.Engine.Handoffs;
using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Demo;

/// <summary>The simulated side of the demo: impact.com on a loopback port, and the people who work in its portal.</summary>
internal sealed class DemoRail : IAsyncDisposable
{
    private readonly CancellationTokenSource goHome = new();
    private readonly KestrelRailHost host;
    private readonly HttpClient browser;
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);
    private Task? work;

    private DemoRail(KestrelRailHost host, SimulatedImpact impact, DemoWorld world, ImpactSettings settings, TimeProvider time)
    {
        HourlyLimit = settings.RateLimit;
        this.host = host;
        Impact = impact;
        World = world;
        Time = time;

        // The portal is used over the same loopback port, so that people and API calls come one at a time.
        browser = new HttpClient { BaseAddress = host.BaseUrl };
    }

    public SimulatedImpact Impact { get; }

    public DemoWorld World { get; }

    public TimeProvider Time { get; }

    public Uri BaseUrl => host.BaseUrl;

    /// <summary>Requests that the rail takes within an hour.</summary>
    public int HourlyLimit { get; }

    public PortalUser? Person { get; private set; }

    public string Sid => World.Seed.Brand.Sid;

    public string ProgramId => World.Seed.Brand.Programs[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string ProgramName => World.Seed.Brand.Programs[0].Name;

    /// <summary>The token that reads.</summary>
    public string Secret => World.Seed.Brand.Tokens[1].Value;

    /// <summary>The token that changes.</summary>
    public string WriteSecret => World.Seed.Brand.Tokens[0].Value;

    /// <summary>Starts the rail.</summary>
    public static async Task<DemoRail> StartAsync(DemoOptions options, RakutenPack pack, CancellationToken cancellationToken)
    {
        var start = new DateTimeOffset(pack.Options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var time = new SimulatedClock(start, TimeProvider.System.GetUtcNow(), options.Speed).ToTimeProvider();
        Directory.CreateDirectory(Path.Combine(options.Folder, "truth"));
        var world = DemoWorld.Create(pack, start, new DemoWorldOptions { Seed = options.Seed });
        var settings = new ImpactSettings { TruthFile = Path.Combine(options.Folder, "truth", "impact.ndjson") };
        var impact = new SimulatedImpact(world.Seed, settings, time);
        var host = await KestrelRailHost.StartAsync(impact, time, port: 0, cancellationToken);
        return new DemoRail(host, impact, world, settings, time);
    }

    /// <summary>Lets the simulated person work on the outbox of a migration.</summary>
    public void StartWork(OpenMigration migration, int seed)
    {
        var desk = new TaskDesk(migration.Host.Runs, migration.Host.Outbox, Time);
        Person = new PortalUser(
            new PortalClient(browser),
            new PortalUserSettings { Seed = seed },
            Time,
            migration.Outbox,
            async (task, answer) => await desk.AnswerAsync(task, answer, "the simulated portal user", CancellationToken.None));
        work = Person.RunAsync(goHome.Token);
    }

    /// <summary>Reports the refusals that the portal has shown since the last time, as a person who sees them there would.</summary>
    public async Task ReportRefusalsAsync(OpenMigration migration, CancellationToken cancellationToken)
    {
        var desk = new TaskDesk(migration.Host.Runs, migration.Host.Outbox, Time);
        foreach (var entry in Person?.Log.Where(entry => entry.Event == PortalEvent.PartnerRefused) ?? [])
        {
            if (reported.Add(entry.Subject))
            {
                await desk.ReportDeclinedAsync(entry.Subject, "the simulated portal user", cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await goHome.CancelAsync();
        if (work is not null)
        {
            await work;
        }

        browser.Dispose();
        await host.DisposeAsync();
        Impact.Dispose();
        goHome.Dispose();
    }
}
