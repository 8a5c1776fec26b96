using System.Diagnostics;

namespace Bridge.Lab;

/// <summary>Waits for something that another thread or process brings about, by looking again and again, with a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(40);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="otherwise">What to say when it does not come to hold: what was waited for and what is known.</param>
    /// <param name="within">The deadline; null for a minute.</param>
    /// <exception cref="TimeoutException">It did not come to hold in time.</exception>
    public static Task HoldsAsync(Func<bool> holds, Func<string> otherwise, TimeSpan? within = null) =>
        HoldsAsync(() => Task.FromResult(holds()), otherwise, within);

    /// <inheritdoc cref="HoldsAsync(Func{bool}, Func{string}, TimeSpan?)" />
    public static async Task HoldsAsync(Func<Task<bool>> holds, Func<string> otherwise, TimeSpan? within = null)
    {
        var begun = Stopwatch.GetTimestamp();
        var limit = within ?? TimeSpan.FromMinutes(1);
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(begun) > limit)
            {
                throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {otherwise()}");
            }

            await Task.Delay(Glance);
        }
    }
}
