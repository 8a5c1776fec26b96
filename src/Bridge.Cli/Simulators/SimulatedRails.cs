using System.Globalization;
using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Simulators;

/// <summary>Starts the simulated rails. Both show the pack of their seed, on the morning of its export.</summary>
internal static class SimulatedRails
{
    /// <summary>impact.com with a program that knows a part of the pack.</summary>
    public static async Task<RunningSimulator> ImpactAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var pack = Pack(options);
        var clock = Clock(pack, options);
        var time = clock.ToTimeProvider();
        var world = DemoWorld.Create(pack, clock.Start, new DemoWorldOptions { Seed = options.Seed });
        if (options.Folder is not null)
        {
            Directory.CreateDirectory(options.Folder);
        }

        var truth = options.Folder is null ? null : Path.Combine(options.Folder, "impact.ndjson");
        var rail = new SimulatedImpact(world.Seed, new ImpactSettings { TruthFile = truth }, time);
        var host = await StartAsync(rail, time, options, cancellationToken);
        var brand = world.Seed.Brand;
        return new RunningSimulator(host, rail, clock)
        {
            Settings =
            [
                new("baseUrl", host.BaseUrl.ToString()),
                new("accountSid", brand.Sid),
                new("authToken", "env:IMPACT_AUTH_TOKEN"),
                new("programId", string.Create(CultureInfo.InvariantCulture, $"\"{brand.Programs[0].Id}\"")),
            ],
            Variables = [new("IMPACT_AUTH_TOKEN", brand.Tokens[0].Value)],
        };
    }

    /// <summary>The reading endpoints of Rakuten Advertising.</summary>
    public static async Task<RunningSimulator> RakutenAsync(SimulatorOptions options, CancellationToken cancellationToken)
    {
        var pack = Pack(options);
        var clock = Clock(pack, options);
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

    private static SimulatedClock Clock(RakutenPack pack, SimulatorOptions options) =>
        new(new DateTimeOffset(pack.Options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero), options.Clock.GetUtcNow(), options.Speed);

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
