using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Bridge.Testing.Time;

/// <summary>
/// Runs asynchronous code in virtual time on one thread: everything that can run runs first, then the clock jumps to the
/// next timer. An hour of waiting takes no time, and the same code gives the same order every time.
/// Code under test must come back to the captured context; work on other threads is not waited for before the clock jumps.
/// </summary>
public static class VirtualTime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs to the end and returns the result.</summary>
    public static T Run<T>(ManualTimeProvider time, Func<Task<T>> body)
    {
        var result = default(T);
        Func<Task> whole = async () => result = await body();
        Run(time, whole);
        return result!;
    }

    /// <summary>Runs to the end; an exception of the body comes out as it is.</summary>
    /// <exception cref="TimeoutException">Nothing can run, no timer is armed, and the body has not ended.</exception>
    public static void Run(ManualTimeProvider time, Func<Task> body)
    {
        var outer = SynchronizationContext.Current;
        using var pump = new Pump();
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            var task = body();
            while (!task.IsCompleted)
            {
                if (!pump.RunOne() && !time.AdvanceToNextTimer() && !pump.WaitForOne(Patience))
                {
                    throw new TimeoutException("Virtual time stands still: nothing to run, no timer armed, and the body has not ended.");
                }
            }

            if (task.IsFaulted)
            {
                ExceptionDispatchInfo.Throw(task.Exception!.InnerException!);
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private sealed class Pump : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> queue = [];

        public override void Post(SendOrPostCallback d, object? state) => queue.Add((d, state));

        public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Virtual time runs on one thread.");

        public override SynchronizationContext CreateCopy() => this;

        public void Dispose() => queue.Dispose();

        internal bool RunOne() => WaitForOne(TimeSpan.Zero);

        internal bool WaitForOne(TimeSpan patience)
        {
            if (!queue.TryTake(out var work, patience))
            {
                return false;
            }

            work.Callback(work.State);
            return true;
        }
    }
}
