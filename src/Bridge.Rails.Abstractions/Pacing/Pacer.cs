namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Hands out permits for the calls of one rate account so that the rail never has to refuse one, and learns from what the
/// rail says. One pacer per account, shared by all connections on it. Safe for use from several threads.
/// </summary>
public sealed class Pacer : IRateBudgetView, IAsyncDisposable
{
    // A share that grows back yields permits earlier than computed, so a longer sleep is cut.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly PacerOptions options;
    private readonly TimeProvider time;
    private readonly long origin;
    private readonly RateLane[] lanes;
    private readonly PacedGroup[] groups;
    private readonly ITimer timer;
    private readonly RateReservation? reservation;
    private int inFlight;
    private int nextGroup;
    private long granted;
    private bool armed;
    private bool disposed;

    /// <summary>Makes the pacer of an account. Nothing is read from the ledger before the first permit is asked for.</summary>
    /// <param name="options">Account, groups, share.</param>
    /// <param name="time">Clock and timers.</param>
    /// <param name="ledger">Where the state rests, so that a restart does not burst; null forgets it at the end of the process.</param>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public Pacer(PacerOptions options, TimeProvider time, IRateLedger? ledger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        options.Check();
        this.options = options;
        this.time = time;
        origin = time.GetTimestamp();
        var byName = options.Groups.SelectMany(group => group.Limits).DistinctBy(limit => limit.Name)
            .ToDictionary(limit => limit.Name, limit => RateLane.Create(limit, options.Share, options.JitterSeed), StringComparer.Ordinal);
        lanes = [.. byName.Values];
        groups = [.. options.Groups.Select(group => new PacedGroup(group, [.. group.Limits.Select(limit => byName[limit.Name])]))];
        reservation = ledger is null ? null : new(ledger, this);
        timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public string Account => options.Account;

    /// <inheritdoc/>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return groups.Sum(group => group.Waiters.Count);
            }
        }
    }

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>Makes the pacer of an account and reads its state, so that budget and forecast are right before the first call.</summary>
    public static async ValueTask<Pacer> OpenAsync(PacerOptions options, TimeProvider time, IRateLedger? ledger, CancellationToken cancellationToken)
    {
        var pacer = new Pacer(options, time, ledger);
        if (pacer.reservation is not null)
        {
            await pacer.reservation.LoadAsync(cancellationToken);
        }

        return pacer;
    }

    /// <summary>Waits for a permit, with an empty caller name.</summary>
    public Task<RateGrant> AcquireAsync(string group, CallPriority priority, CancellationToken cancellationToken) =>
        AcquireAsync(new RateDemand(group, priority, ""), cancellationToken);

    /// <summary>Waits for a permit. Cancelling gives up the place in the queue.</summary>
    /// <exception cref="ArgumentException">The account has no such group.</exception>
    public async Task<RateGrant> AcquireAsync(RateDemand demand, CancellationToken cancellationToken)
    {
        var group = Find(demand.Group);
        cancellationToken.ThrowIfCancellationRequested();
        if (reservation is not null)
        {
            await reservation.LoadAsync(cancellationToken);
        }

        var waiter = new RateWaiter(demand);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            group.Waiters.Add(waiter);
        }

        Pump();
        RateGrant grant;
        using (cancellationToken.Register(() => Abandon(group, waiter, cancellationToken)))
        {
            grant = await waiter.Completion.Task;
        }

        if (reservation is not null)
        {
            await reservation.CoverAsync(grant, cancellationToken);
        }

        return grant;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RateBudget> Budgets()
    {
        lock (gate)
        {
            var (now, wall) = (Now, time.GetUtcNow());
            return [.. lanes.Select(lane => lane.Describe(Account, now, wall))];
        }
    }

    /// <inheritdoc/>
    public TimeSpan Forecast(string group, long calls)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(calls);
        var found = Find(group);
        lock (gate)
        {
            var now = Now;
            return found.Lanes.Max(lane => lane.LeastTime(calls, now, settled: false));
        }
    }

    /// <summary>The state as it would be saved at the end of the process.</summary>
    public PacerState Capture() => Capture(reserve: 0).State;

    /// <summary>Saves the state and refuses further permits; those waiting end as disposed.</summary>
    public async ValueTask DisposeAsync()
    {
        RateWaiter[] waiting;
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            waiting = [.. groups.SelectMany(Drain)];
        }

        await timer.DisposeAsync();
        foreach (var waiter in waiting)
        {
            waiter.Completion.TrySetException(new ObjectDisposedException(nameof(Pacer)));
        }

        if (reservation is not null)
        {
            await reservation.SaveFinallyAsync();
            reservation.Dispose();
        }
    }

    /// <summary>Marks a permit as sent, now. False when it was used or given back before.</summary>
    internal bool TrySend(RateGrant grant)
    {
        lock (gate)
        {
            var now = Now;
            if (!grant.TrySend(now))
            {
                return false;
            }

            foreach (var lane in grant.Lanes)
            {
                lane.Sent(grant.Number, now);
            }
        }

        Pump();
        return true;
    }

    /// <summary>Learns from the answer to a sent call. After a refusal the state is saved, so that a restart waits too.</summary>
    internal async ValueTask ReportAsync(RateGrant grant, RateSignal signal, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = Now;
            var spokenOf = grant.Lanes.FirstOrDefault(lane => lane.Limit.Window == signal.Window) ?? grant.Lanes[0];
            foreach (var lane in grant.Lanes)
            {
                var heard = signal.Refused || ReferenceEquals(lane, spokenOf) ? signal : RateSignal.Silent;
                lane.Observe(grant.Number, grant.SentAt, now, heard);
            }
        }

        Pump();
        if (signal.Refused && reservation is not null)
        {
            await reservation.SaveAsync(cancellationToken);
        }
    }

    /// <summary>Sends nothing of this permit's group for a while: maintenance, for example. No refusal, so the share stays.</summary>
    internal void Hold(RateGrant grant, TimeSpan pause)
    {
        lock (gate)
        {
            foreach (var lane in grant.Lanes)
            {
                lane.Hold(Now + pause);
            }
        }

        Pump();
    }

    internal void Release(RateGrant grant, bool unused)
    {
        lock (gate)
        {
            inFlight--;
            Find(grant.Group).InFlight--;
            foreach (var lane in unused ? grant.Lanes : [])
            {
                lane.Return();
            }
        }

        Pump();
    }

    /// <summary>State with permits reserved ahead, and the number of the last grant it covers. A reserve of null takes a fiftieth of the smallest limit.</summary>
    internal (PacerState State, long Covered) Capture(int? reserve)
    {
        lock (gate)
        {
            var (now, wall) = (Now, time.GetUtcNow());
            var ahead = reserve ?? Math.Max(1, lanes.Min(lane => lane.Allowed(now)) / 50);
            var state = new PacerState { Account = Account, SavedAt = wall, Limits = [.. lanes.Select(lane => lane.Capture(now, wall, ahead))] };
            return (state, granted + ahead);
        }
    }

    internal void Restore(PacerState state)
    {
        lock (gate)
        {
            var (now, wall) = (Now, time.GetUtcNow());
            var gap = wall > state.SavedAt ? wall - state.SavedAt : TimeSpan.Zero;
            foreach (var lane in lanes)
            {
                if (state.Limits.FirstOrDefault(saved => saved.Name == lane.Limit.Name) is { } saved)
                {
                    lane.Restore(saved, now, wall, gap);
                }
            }
        }
    }

    private static IEnumerable<RateWaiter> Drain(PacedGroup group)
    {
        while (group.Waiters.Count > 0)
        {
            yield return group.Waiters.Take();
        }
    }

    private PacedGroup Find(string name) =>
        groups.FirstOrDefault(group => group.Name == name)
        ?? throw new ArgumentException($"Rate account '{Account}' has no group '{name}'; it has {string.Join(", ", groups.Select(group => group.Name))}.");

    private void Abandon(PacedGroup group, RateWaiter waiter, CancellationToken cancellationToken)
    {
        bool removed;
        lock (gate)
        {
            removed = group.Waiters.Remove(waiter);
        }

        if (removed)
        {
            waiter.Completion.TrySetCanceled(cancellationToken);
        }
    }

    // Grants what may go now and sleeps until the next permit. Waiters are completed outside the lock.
    private void Pump()
    {
        List<(RateWaiter Waiter, RateGrant Grant)>? ready = null;
        lock (gate)
        {
            if (disposed)
            {
                return;
            }

            var now = Now;
            while (inFlight < options.MaxConcurrency && NextReady(now) is { } group)
            {
                (ready ??= []).Add(Grant(group, now));
            }

            Sleep(now);
        }

        foreach (var (waiter, grant) in ready ?? [])
        {
            waiter.Completion.SetResult(grant);
        }
    }

    // Groups take turns, so that a busy one does not keep the account's places in flight from the others.
    private PacedGroup? NextReady(TimeSpan now)
    {
        for (var turn = 0; turn < groups.Length; turn++)
        {
            var group = groups[(nextGroup + turn) % groups.Length];
            if (group.IsWaiting && group.NextPermit(now) <= now)
            {
                nextGroup = (nextGroup + turn + 1) % groups.Length;
                return group;
            }
        }

        return null;
    }

    private (RateWaiter Waiter, RateGrant Grant) Grant(PacedGroup group, TimeSpan now)
    {
        var waiter = group.Waiters.Take();
        inFlight++;
        group.InFlight++;
        foreach (var lane in group.Lanes)
        {
            lane.Take(now);
        }

        return (waiter, new RateGrant(this, waiter.Demand, ++granted, group.Lanes));
    }

    private void Sleep(TimeSpan now)
    {
        var next = TimeSpan.MaxValue;
        foreach (var group in inFlight < options.MaxConcurrency ? groups : [])
        {
            var permit = group.IsWaiting ? group.NextPermit(now) : TimeSpan.MaxValue;
            next = permit < next ? permit : next;
        }

        var due = next == TimeSpan.MaxValue || next - now < LongestSleep ? next : now + LongestSleep;

        if (due == TimeSpan.MaxValue && !armed)
        {
            return;
        }

        // System timers count whole milliseconds and must not wake too early.
        armed = due != TimeSpan.MaxValue;
        timer.Change(
            armed ? TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((due - now).TotalMilliseconds))) : Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }
}
