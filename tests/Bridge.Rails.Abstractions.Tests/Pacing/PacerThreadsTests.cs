using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

/// <summary>The pacer on the real clock with real threads: no permit is lost and no bound is crossed.</summary>
public sealed class PacerThreadsTests
{
    [Fact]
    public async Task Many_threads_get_all_their_permits_within_the_bounds()
    {
        const int Calls = 4000;
        var limit = new RateLimit { Name = "default", Permits = 1_000_000, Window = TimeSpan.FromSeconds(1), Kind = RateLimitKind.SlidingWindow, Source = "test" };
        await using var pacer = new Pacer(new() { Account = "test:1", Groups = [RateGroup.Of(limit)], MaxConcurrency = 7 }, TimeProvider.System, new InMemoryRateLedger());
        var (inFlight, most, sent, givenBack, cancelled) = (0, 0, 0, 0, 0);

        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (index, _) =>
        {
            using var stop = new CancellationTokenSource();
            try
            {
                var waiting = pacer.AcquireAsync(new RateDemand("default", (CallPriority)(index % 4), $"caller {index % 5}"), stop.Token);
                if (index % 10 == 0)
                {
                    stop.Cancel();
                }

                using var grant = await waiting;
                InterlockedMax(ref most, Interlocked.Increment(ref inFlight));
                await Task.Yield();
                Interlocked.Increment(ref index % 3 == 0 ? ref givenBack : ref sent);
                if (index % 3 != 0)
                {
                    pacer.TrySend(grant).Should().BeTrue();
                    await pacer.ReportAsync(grant, RateSignal.Silent, CancellationToken.None);
                }

                Interlocked.Decrement(ref inFlight);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref cancelled);
            }
        });

        (sent + givenBack + cancelled).Should().Be(Calls);
        most.Should().BeInRange(2, 7);
        pacer.Waiting.Should().Be(0);
        pacer.Capture().Limits[0].Reserved.Should().Be(0);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
