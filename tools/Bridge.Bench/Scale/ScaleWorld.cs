using System.Globalization;
using System.Text.Json;
using Bridge.Hosting;
using Bridge.Simulation.Demo;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Rakuten;

namespace Bridge.Bench.Scale;

/// <summary>
/// The process beside the measured one: writes the export pack as a stream, then serves a simulated impact.com that holds a
/// share of its partners until its standard input ends.
/// </summary>
internal static class ScaleWorld
{
    /// <summary>Word that starts it.</summary>
    public const string Verb = "scale-world";

    /// <summary>Requests an hour that the account is granted: a usual one has 1,000, and waiting for them would be all that is measured.</summary>
    public const int RequestsPerHour = 1_000_000;

    private const decimal Share = 0.3m;
    private const int LinksPerPartner = 3;

    /// <summary>Arguments: folder of the pack, number of partners, seed.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var partners = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        var options = RakutenPackOptions.Large(partners, partners * LinksPerPartner) with { Seed = int.Parse(arguments[2], CultureInfo.InvariantCulture) };
        var counts = await RakutenPack.WriteLargeAsync(arguments[0], options, cancellationToken);

        // The clock stands on the day of the export, so that target, snapshot and plan hash are the same on every day.
        var start = new DateTimeOffset(options.AsOf.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        var clock = new SimulatedClock(start, TimeProvider.System.GetUtcNow(), 1);
        var time = clock.ToTimeProvider();
        var seed = TargetWorld.Create(options, Share, start);
        using var impact = new SimulatedImpact(seed, new ImpactSettings { RateLimit = RequestsPerHour }, time);
        await using var host = await KestrelRailHost.StartAsync(impact, time, port: 0, cancellationToken);
        Say(JsonSerializer.Serialize(
            new WorldReady
            {
                BaseUrl = host.BaseUrl.ToString(),
                AccountSid = seed.Brand.Sid,
                ProgramId = seed.Brand.Programs[0].Id.ToString(CultureInfo.InvariantCulture),
                Token = seed.Brand.Tokens[0].Value,
                Clock = clock.ToString(),
                Pack = new PackSize(counts.Publishers, counts.Contracts, counts.Links, counts.Codes),
                Held = seed.Brand.Contracts.Count(contract => contract.PartnerId >= 3_000_000),
            },
            ScaleJson.Default.WorldReady));
        while (await Console.In.ReadLineAsync(cancellationToken) is not null)
        {
            // Only the end of the input says anything.
        }

        Say(JsonSerializer.Serialize(new WorldClosed(impact.Requests.Count, impact.Truth.Count), ScaleJson.Default.WorldClosed));
        return 0;
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
