namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Learns J, the spread of the delays between us and the rail, from round trips. Calls sent W apart arrive W apart give or
/// take J. It starts large, because the first answers of a cold server are the slowest, grows at once and shrinks by half
/// per generation of samples.
/// </summary>
internal sealed class DelaySpread
{
    private const int Generations = 4;
    private const int SamplesPerGeneration = 50;
    private readonly TimeSpan floor;
    private readonly TimeSpan ceiling;
    private readonly TimeSpan[] least = new TimeSpan[Generations];
    private readonly TimeSpan[] most = new TimeSpan[Generations];
    private int generation;
    private int samples;

    internal DelaySpread(TimeSpan window)
    {
        floor = Clamp(window / 500, TimeSpan.FromMilliseconds(2), TimeSpan.FromSeconds(10));
        ceiling = window / 2;
        Value = Clamp(window / 10, floor, TimeSpan.FromSeconds(5) > floor ? TimeSpan.FromSeconds(5) : floor);
        Array.Fill(least, TimeSpan.MaxValue);
    }

    /// <summary>J in force.</summary>
    internal TimeSpan Value { get; private set; }

    /// <summary>What J comes down to when delays do not spread.</summary>
    internal TimeSpan Floor => floor;

    internal void Observe(TimeSpan roundTrip)
    {
        least[generation] = roundTrip < least[generation] ? roundTrip : least[generation];
        most[generation] = roundTrip > most[generation] ? roundTrip : most[generation];
        samples++;
        var seen = Clamp(((most.Max() - least.Min()) * 1.25) + floor, floor, ceiling);
        if (seen > Value)
        {
            Value = seen;
        }

        if (samples % SamplesPerGeneration == 0)
        {
            Value = Value / 2 > seen ? Value / 2 : seen;
            generation = (generation + 1) % Generations;
            least[generation] = TimeSpan.MaxValue;
            most[generation] = TimeSpan.Zero;
        }
    }

    /// <summary>A refusal although we kept the law: our idea of the spread was too small.</summary>
    internal void Widen() => Value = Value * 2 < ceiling ? Value * 2 : ceiling;

    internal void Restore(TimeSpan value) => Value = Clamp(value, floor, ceiling);

    private static TimeSpan Clamp(TimeSpan value, TimeSpan low, TimeSpan high) => value < low ? low : value > high ? high : value;
}
