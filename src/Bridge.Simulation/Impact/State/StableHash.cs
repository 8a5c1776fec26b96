using System.Text;

namespace Bridge.Simulation.Impact.State;

/// <summary>Seeded choices that depend on what they are about and not on the order in which they are made.</summary>
internal static class StableHash
{
    /// <summary>A fraction from 0 (included) to 1 (excluded), the same for the same seed and subject on every machine.</summary>
    public static decimal Fraction(int seed, string subject) => (Bits(seed, subject) >> 11) / (decimal)(1UL << 53);

    /// <summary>A number from 0 to <paramref name="count"/> - 1.</summary>
    public static int Pick(int seed, string subject, int count) => (int)(Fraction(seed, subject) * count);

    private static ulong Bits(int seed, string subject)
    {
        const ulong prime = 1099511628211;
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var one in Encoding.UTF8.GetBytes(subject))
            hash = unchecked((hash ^ one) * prime);

        hash = unchecked((hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9UL);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94d049bb133111ebUL);
        return hash ^ (hash >> 31);
    }
}
