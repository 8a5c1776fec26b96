using System.Collections.Concurrent;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Engine.Execution;

/// <summary>
/// The gate before the socket: lets a write pass only while its intent is open in the journal, this process owns the
/// migration and nobody asked to stop. It looks at memory alone. An intent passes once.
/// </summary>
/// <param name="time">Clock of deadlines.</param>
public sealed class JournalWriteGate(TimeProvider time) : IWriteGate
{
    private readonly ConcurrentDictionary<WriteIntent, long> open = new();
    private volatile bool stopped;
    private volatile bool lost;

    /// <summary>Opens the gate for one durable intent.</summary>
    public void Open(WriteIntent intent, TimeSpan deadline) => open[intent] = time.GetTimestamp() + (long)(deadline.TotalSeconds * time.TimestampFrequency);

    /// <summary>Closes the gate behind an intent.</summary>
    public void Close(WriteIntent intent) => open.TryRemove(intent, out _);

    /// <summary>Nothing passes any more because somebody asked to stop.</summary>
    public void Stop() => stopped = true;

    /// <summary>Nothing passes any more because another process owns the migration.</summary>
    public void Lose() => lost = true;

    /// <inheritdoc />
    public void Pass(WriteAttempt attempt)
    {
        if (lost)
        {
            throw new WriteRefusedException(attempt, WriteRefusal.LeaseLost);
        }

        if (stopped)
        {
            throw new WriteRefusedException(attempt, WriteRefusal.Stopped);
        }

        if (attempt.Intent is null || !open.TryRemove(attempt.Intent, out var deadline))
        {
            throw new WriteRefusedException(attempt, WriteRefusal.NoIntent);
        }

        if (time.GetTimestamp() > deadline)
        {
            throw new WriteRefusedException(attempt, WriteRefusal.DeadlinePassed);
        }
    }
}
