using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

/// <summary>Calls against a simulated limit through a pacer, with delays that spread, in virtual time.</summary>
internal sealed class PacedLoad(RateLimit limit, decimal share = 1m, int seed = 7)
{
    internal static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);
    private readonly Random random = new(seed);

    internal ManualTimeProvider Time { get; } = new();

    internal SimulatedLimit Server { get; init; } = new(limit);

    /// <summary>What the server says with each answer; null says nothing.</summary>
    internal Func<bool, RateSignal>? Signal { get; init; }

    /// <summary>Slower first answers, as of a server just started.</summary>
    internal int ColdCalls { get; init; }

    /// <summary>Every so many calls one way takes 200 ms more; zero for never.</summary>
    internal int HiccupEvery { get; init; }

    internal int MaxConcurrency { get; init; } = 64;

    internal IRateLedger? Ledger { get; init; }

    internal List<TimeSpan> SentAt { get; } = [];

    internal PacerOptions Options => new() { Account = "test:1", Groups = [RateGroup.Of(limit)], Share = share, MaxConcurrency = MaxConcurrency };

    /// <summary>Time from the first sending to the last answer.</summary>
    internal TimeSpan Run(int calls) => VirtualTime.Run(Time, async () =>
    {
        await using var pacer = await Pacer.OpenAsync(Options, Time, Ledger, CancellationToken.None);
        return await RunAsync(pacer, calls);
    });

    internal async Task<TimeSpan> RunAsync(Pacer pacer, int calls)
    {
        var begin = Time.Elapsed;
        await Task.WhenAll(Enumerable.Range(0, calls).Select(index => CallAsync(pacer, index)));
        return Time.Elapsed - begin;
    }

    internal async Task<bool> CallAsync(Pacer pacer, int index)
    {
        using var grant = await pacer.AcquireAsync(limit.Name, CallPriority.Write, CancellationToken.None);
        pacer.TrySend(grant).Should().BeTrue();
        SentAt.Add(Time.Elapsed);
        await Task.Delay(Delay(index), Time);
        var accepted = Server.Accept(Time.Elapsed);
        await Task.Delay(Delay(index), Time);
        var signal = Signal?.Invoke(accepted) ?? new RateSignal { Refused = !accepted };
        await pacer.ReportAsync(grant, signal, CancellationToken.None);
        return accepted;
    }

    private TimeSpan Delay(int index)
    {
        var usual = UsualDelay(index);
        return HiccupEvery > 0 && random.Next(HiccupEvery) == 0 ? usual + TimeSpan.FromMilliseconds(200) : usual;
    }

    // One way takes 25 ms give or take 7.5; a cold server's first answers take up to 60 ms more.
    private TimeSpan UsualDelay(int index) =>
        (Latency / 2) + TimeSpan.FromMilliseconds((random.NextDouble() * 15) - 7.5 + (index < ColdCalls ? random.NextDouble() * 60 : 0));
}
