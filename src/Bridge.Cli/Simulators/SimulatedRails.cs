using System.Globalization;
using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Rakuten;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Cli.Simulators;

/// <summary>Starts the simulated rails. Both show the pack of their seed, on the morning of its export.</summary>
internal static class SimulatedRails
{
    private const decimal KnownShare = 0.4m;

    /// <summary>impact.com with a program that knows a part of the pack, or with the programs of a generated brand.</summary>
    public static async Task<RunningSimulator> ImpactAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        if (options.Programs is { } programs)
        {
            return await BrandAsync(RakutenBrand.Create(BrandSimulation.Of(programs, options.Publishers, options.Seed)), options, cancellationToken);
        }

        var pack = Pack(options);
        var clock = Clock(pack.Options.AsOf, options);
        var time = clock.ToTimeProvider();
        var world = DemoWorld.Create(pack, clock.Start, new DemoWorldOptions { Seed = options.Seed });
        var rail = new SimulatedImpact(world.Seed, new ImpactSettings { TruthFile = TruthFile(options), ImportFiles = options.ImportFiles }, time);
        var host = await StartAsync(rail, time, options, cancellationToken);
        var brand = world.Seed.Brand;
        return new RunningSimulator(host, rail, clock)
        {
            Settings =
            [
                new("baseUrl", host.BaseUrl.ToString()),
                new("accountSid", brand.Sid),
                new("authToken", "env:IMPACT_AUTH_TOKEN"),
                new("writeToken", "env:IMPACT_WRITE_TOKEN"),
                new("programId", string.Create(CultureInfo.InvariantCulture, $"\"{brand.Programs[0].Id}\"")),
            ],
            Variables = [new("IMPACT_AUTH_TOKEN", brand.Tokens[1].Value), new("IMPACT_WRITE_TOKEN", brand.Tokens[0].Value)],
            ProgramName = brand.Programs[0].Name,
        };
    }

    /// <summary>The reading endpoints of Rakuten Advertising.</summary>
    public static async Task<RunningSimulator> RakutenAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var pack = Pack(options);
        var clock = Clock(pack.Options.AsOf, options);
        var time = clock.ToTimeProvider();
        var access = new SimulatedRakutenOptions();
        var rail = new SimulatedRakuten(pack, access, time);
        var host = await StartAsync(rail, time, options, cancellationToken);
        return new RunningSimulator(host, rail, clock)
        {
            Settings =
            [
                new("baseUrl", host.BaseUrl.ToString()),
                new("clientId", "env:RAKUTEN_CLIENT_ID"),
                new("clientSecret", "env:RAKUTEN_CLIENT_SECRET"),
                new("publisherSid", $"\"{access.HouseSid}\""),
                new("reportingBaseUrl", host.BaseUrl.ToString()),
                new("reportKey", $"[{access.ActivityReportKey}, {access.OrderReportKey}]"),
                new("reportToken", "env:RAKUTEN_REPORT_TOKEN"),
            ],
            Variables =
            [
                new("RAKUTEN_CLIENT_ID", access.ClientId),
                new("RAKUTEN_CLIENT_SECRET", access.ClientSecret),
                new("RAKUTEN_REPORT_TOKEN", access.ReportToken),
            ],
        };
    }

    private static RakutenPack Pack(SimulatorOptions options) => RakutenPack.Create(RakutenPackOptions.Of(options.Publishers) with { Seed = options.Seed });

    /// <summary>impact.com with one empty program for each program of a generated brand.</summary>
    private static async Task<RunningSimulator> BrandAsync(RakutenBrand brand, SimulatorOptions options, CancellationToken cancellationToken)
    {
        var clock = Clock(brand.Options.AsOf, options);
        var time = clock.ToTimeProvider();
        var seed = BrandWorld.Create(brand, clock.Start, KnownShare);
        var rail = new SimulatedImpact(seed, new ImpactSettings { TruthFile = TruthFile(options), ImportFiles = options.ImportFiles }, time);
        var host = await StartAsync(rail, time, options, cancellationToken);
        return new RunningSimulator(host, rail, clock)
        {
            Settings =
            [
                new("baseUrl", host.BaseUrl.ToString()),
                new("accountSid", seed.Brand.Sid),
                new("authToken", "env:IMPACT_AUTH_TOKEN"),
                new("writeToken", "env:IMPACT_WRITE_TOKEN"),
            ],
            Programs = [.. brand.Options.Programs.Zip(seed.Brand.Programs, (program, there) => new KeyValuePair<string, string>(program.Name, there.Id.ToString(CultureInfo.InvariantCulture)))],
            Variables = [new("IMPACT_AUTH_TOKEN", seed.Brand.Tokens[1].Value), new("IMPACT_WRITE_TOKEN", seed.Brand.Tokens[0].Value)],
        };
    }

    private static string? TruthFile(SimulatorOptions options)
    {
        if (options.Folder is null)
        {
            return null;
        }

        Directory.CreateDirectory(options.Folder);
        return Path.Combine(options.Folder, "impact.ndjson");
    }

    private static SimulatedClock Clock(DateOnly asOf, SimulatorOptions options) =>
        new(new DateTimeOffset(asOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero), options.Clock.GetUtcNow(), options.Speed);

    private static async Task<KestrelRailHost> StartAsync(ISimulatedRail rail, TimeProvider time, SimulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await KestrelRailHost.StartAsync(rail, time, options.Port, cancellationToken);
        }
        catch (IOException)
        {
            throw new CliException("The port is taken or may not be used.", "Choose another --port, or 0 for any free one.") { Value = options.Port.ToString(CultureInfo.InvariantCulture) };
        }
    }
}
