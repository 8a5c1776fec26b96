using System.Globalization;
using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Rakuten;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Cli.Tests;

/// <summary>A brand's folder made by <c>bridge init --programs</c>, with tidy English exports of both programs and one simulated account.</summary>
internal sealed class BrandLab : IAsyncDisposable
{
    private const string Token = "IMPACT_AUTH_TOKEN";
    private const string WriteToken = "IMPACT_WRITE_TOKEN";
    private readonly KestrelRailHost host;
    private readonly SimulatedClock clock;
    private readonly List<HttpClient> browsers = [];

    private BrandLab(string folder, RakutenBrand brand, SimulatedImpact impact, KestrelRailHost host, SimulatedClock clock)
    {
        Folder = folder;
        Brand = brand;
        Impact = impact;
        this.host = host;
        this.clock = clock;
        Time = clock.ToTimeProvider();
    }

    public string Folder { get; }

    public RakutenBrand Brand { get; }

    public SimulatedImpact Impact { get; }

    public TimeProvider Time { get; }

    public static async Task<BrandLab> CreateAsync(int partners = 60)
    {
        var files = new Dictionary<string, string>();
        var brand = RakutenBrand.Create(new RakutenBrandOptions
        {
            Partners = partners,
            Dirt = false,
            Programs = [.. RakutenBrandProgram.Known.Take(2).Select(program => program with { Language = RakutenLanguage.English, FileNames = files })],
        });
        var start = new DateTimeOffset(brand.Options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var clock = new SimulatedClock(start, DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()), 3600);
        var impact = new SimulatedImpact(BrandWorld.Create(brand, start, 0.4m), new ImpactSettings(), clock.ToTimeProvider());
        var host = await KestrelRailHost.StartAsync(impact, clock.ToTimeProvider(), 0, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("bridge-brands-").FullName;
        var lab = new BrandLab(folder, brand, impact, host, clock);
        (await Cli.RunAsync(folder, "init", "rakuten", "impact", ".", "--client", "acme", "--programs", "us,de")).ExitCode.Should().Be(0);
        foreach (var (program, pack) in brand.Parts)
        {
            await pack.WriteToAsync(Path.Combine(folder, program.Name, "exports"), CancellationToken.None);
            lab.Write(program, impact.Seed.Brand.Programs[brand.Options.Programs.ToList().IndexOf(program)].Id);
        }

        return lab;
    }

    /// <summary>Runs a command in the folder of a program, or of the brand.</summary>
    public Task<CliResult> RunAsync(string? program, params string[] arguments) => Cli.RunAsync(
        program is null ? Folder : Path.Combine(Folder, program),
        new HostSettings { Time = Time, Environment = name => name == Token ? Impact.Seed.Brand.Tokens[1].Value : name == WriteToken ? Impact.Seed.Brand.Tokens[0].Value : null },
        CancellationToken.None,
        arguments);

    /// <summary>Name of a program on the target, as a person types it before the first change.</summary>
    public string NameOf(string program) => Impact.Seed.Brand.Programs[program == "us" ? 0 : 1].Name;

    /// <summary>Extracts both sides of a program.</summary>
    public async Task ExtractAsync(string program)
    {
        var result = await RunAsync(program, "extract", "--conversions", "--json");
        result.ExitCode.Should().Be(0, result.Output + result.Error);
    }

    /// <summary>Plans a program and has the plan approved.</summary>
    public async Task<CliResult> PlanAsync(string program)
    {
        var plan = await RunAsync(program, "plan", "--json");
        plan.ExitCode.Should().Be(0, plan.Output + plan.Error);
        var approved = await RunAsync(program, "approve", "latest", "--as", "Maria", "--accept-irreversible", "all", "--accept-loss", "all", "--json");
        approved.ExitCode.Should().Be(0, approved.Output + approved.Error);
        return plan;
    }

    /// <summary>Runs a command while careful people work in the portal of its program.</summary>
    public async Task<CliResult> WithPeopleAsync(string program, params string[] arguments)
    {
        using var home = new CancellationTokenSource();
        var browser = new HttpClient { BaseAddress = host.BaseUrl };
        browsers.Add(browser);
        var id = Impact.Seed.Brand.Programs[program == "us" ? 0 : 1].Id.ToString(CultureInfo.InvariantCulture);
        var settings = new PortalUserSettings { Seed = 7, OmittedRows = 0, MistypedRates = 0, UndoneTicks = 0, RefusalShare = 0, SlowestAnswer = TimeSpan.FromHours(1) };
        var person = new PortalUser(new PortalClient(browser, id), settings, Time, Path.Combine(Folder, program, "outbox"), async (task, answer) =>
        {
            _ = await RunAsync(program, "tasks", "answer", task, answer, "--as", "the portal user");
        });
        var shift = person.RunAsync(home.Token);
        try
        {
            return await RunAsync(program, arguments);
        }
        finally
        {
            await home.CancelAsync();
            await shift;
        }
    }

    /// <summary>Source ids that are in both programs, approved in both, under one id.</summary>
    public IReadOnlyList<string> Shared() =>
    [
        .. Brand.Truth.Partners
            .Where(partner => partner.Participations.Count == 2 && !partner.HasSeveralIds && partner.Participations.All(one => one.State == RakutenPublisherState.Approved))
            .Select(partner => partner.Participations[0].Sid),
    ];

    public async ValueTask DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        await host.DisposeAsync();
        Impact.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void Write(RakutenBrandProgram program, long id)
    {
        var folder = Path.Combine(Folder, program.Name);
        File.WriteAllText(Path.Combine(folder, "bridge.yaml"), $"""
            client: acme
            migration: {program.Name}
            source: from
            target: to
            profile: rakuten-to-impact.yaml
            overrides: overrides.csv
            connections:
              from:
                rail: rakuten
                exportFolder: exports
                advertiserId: "{program.Mid}"
                currency: {program.Currency}
                timeZone: {program.TimeZone}
                exportDate: {Brand.Options.AsOf:yyyy-MM-dd}
              to:
                rail: impact
                baseUrl: {host.BaseUrl}
                accountSid: {Impact.Seed.Brand.Sid}
                authToken: env:{Token}
                writeToken: env:{WriteToken}
                programId: "{id.ToString(CultureInfo.InvariantCulture)}"
            execution:
              firstWrite: open
              observeEvery: 20m
              reissueAfter: 12h
            simulation:
              clock: {clock}

            """);
        var profile = Path.Combine(folder, "rakuten-to-impact.yaml");
        File.WriteAllText(profile, File.ReadAllText(profile).Replace("    period: month\n", "    basis: periodRevenue # answered by the brand\n    period: month\n", StringComparison.Ordinal));
    }
}
