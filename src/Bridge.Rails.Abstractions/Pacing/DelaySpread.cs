namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Learns J, by how much a call's arrival may lie behind that of the fastest one. A call whose round trip took e longer than
/// the shortest arrived at most e late, whatever part of it was the way there, so J of that call is e plus a margin. The
/// margin starts large, because the first answers of a cold server are the slowest and the shortest trip is not known yet,
/// and shrinks by half per generation of samples.
/// </summary>
internal sealed class DelaySpread
{
    private const int Generations = 4;
    private const int SamplesPerGeneration = 50;
    private readonly TimeSpan floor;
    private readonly TimeSpan start;
    private readonly TimeSpan ceiling;
    private readonly TimeSpan[] least = new TimeSpan[Generations];
    private readonly TimeSpan[] most = new TimeSpan[Generations];
    private int generation;
    private TimeSpan shortest;
    private TimeSpan longest;
    private int samples;

    internal DelaySpread(TimeSpan window)
    {
        floor = Clamp(window / 500, TimeSpan.FromMilliseconds(2), TimeSpan.FromSeconds(5));
        start = Clamp(TimeSpan.FromMilliseconds(Math.Min(500, window.TotalMilliseconds / 10)), floor, TimeSpan.FromSeconds(5));
        ceiling = window / 2;
        Margin = start;
        Array.Fill(least, TimeSpan.MaxValue);
    }

    /// <summary>The margin in force.</summary>
    internal TimeSpan Margin { get; private set; }

    /// <summary>What the margin comes down to.</summary>
    internal TimeSpan Floor => floor;

    internal void Observe(TimeSpan roundTrip)
    {
        least[generation] = roundTrip < least[generation] ? roundTrip : least[generation];
        most[generation] = roundTrip > most[generation] ? roundTrip : most[generation];
        if (++samples % SamplesPerGeneration == 0)
        {
            Margin = Clamp(Margin / 2, floor, ceiling);
            generation = (generation + 1) % Generations;
            least[generation] = TimeSpan.MaxValue;
            most[generation] = TimeSpan.Zero;
        }

        shortest = least.Min();
        longest = most.Max();
    }

    /// <summary>How late a call may have arrived; one without an answer counts as the slowest of late.</summary>
    internal TimeSpan Lateness(TimeSpan? roundTrip)
    {
        if (samples == 0)
        {
            return TimeSpan.Zero;
        }

        var late = (roundTrip ?? longest) - shortest;
        return Clamp(late, TimeSpan.Zero, ceiling);
    }

    /// <summary>A refusal although we kept the law: learn anew.</summary>
    internal void Widen() => Margin = Clamp(Margin * 2, start, ceiling);

    private static TimeSpan Clamp(TimeSpan value, TimeSpan low, TimeSpan high) => value < low ? low : value > high ? high : value;
}
