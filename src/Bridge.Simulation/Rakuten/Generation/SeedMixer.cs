using Bogus;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>
/// Numbers that depend on the seed, a purpose and an index alone. Any record can so be made again without the ones before
/// it, which keeps the large pack in flat memory.
/// </summary>
internal sealed class SeedMixer(int seed)
{
    private readonly ulong _seed = Scatter((ulong)(uint)seed + 0x9E3779B97F4A7C15UL);

    /// <summary>A bijection of the index for one purpose: different indexes never give the same number.</summary>
    public ulong Number(Purpose purpose, long index) => Scatter(_seed ^ Scatter((ulong)purpose) ^ (ulong)index);

    public int Below(Purpose purpose, long index, int bound) => (int)(Number(purpose, index) % (ulong)bound);

    public Randomizer Randomizer(Purpose purpose, long index) => new(unchecked((int)Number(purpose, index)));

    /// <summary>How many of <paramref name="total"/> items belong to the first <paramref name="index"/> of <paramref name="count"/> owners, evenly.</summary>
    public static int Share(long total, int count, int index) => count == 0 ? 0 : (int)(total * index / count);

    /// <summary>As <see cref="Share"/>, but with the few-have-many skew of real programs.</summary>
    public static int SkewedShare(long total, int count, int index) =>
        count == 0 ? 0 : (int)((Int128)total * Weight(index) / Weight(count));

    private static ReadOnlySpan<byte> WeightPrefix => [0, 1, 5, 7, 8, 14, 17, 18, 26, 28];

    private static long Weight(int index) => (index / 10 * 30L) + WeightPrefix[index % 10];

    private static ulong Scatter(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
