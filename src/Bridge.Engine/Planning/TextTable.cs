using System.IO.Hashing;
using System.Text;

namespace Bridge.Engine.Planning;

/// <summary>
/// Numbers texts from 0 in the order in which they come: an open hash table over an arena, 8 to 16 bytes for each text beside
/// the text itself.
/// </summary>
internal sealed class TextTable
{
    private const int Longest = 256;
    private readonly TextArena arena = new();
    private readonly List<int> places = [];

    /// <summary>Numbers by hash, one more than they are; 0 is free. A power of two, filled to three quarters at most.</summary>
    private int[] slots = new int[1024];

    /// <summary>Number of texts.</summary>
    public int Count => places.Count;

    /// <summary>The text of a number.</summary>
    public string this[int number] => arena.TextAt(places[number]);

    /// <summary>The number of a text; -1 when it has none.</summary>
    public int Find(string text)
    {
        Span<byte> buffer = stackalloc byte[Longest];
        return slots[SlotOf(Bytes(text, buffer))] - 1;
    }

    /// <summary>The number of a text, given now when it has none.</summary>
    public int Number(string text)
    {
        Span<byte> buffer = stackalloc byte[Longest];
        var bytes = Bytes(text, buffer);
        var slot = SlotOf(bytes);
        if (slots[slot] == 0)
        {
            places.Add(arena.Add(bytes));
            slots[slot] = places.Count;
            if (places.Count > slots.Length / 4 * 3)
            {
                Grow();
            }

            return places.Count - 1;
        }

        return slots[slot] - 1;
    }

    private static ReadOnlySpan<byte> Bytes(string text, Span<byte> buffer) =>
        Encoding.UTF8.TryGetBytes(text, buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(text);

    /// <summary>The slot that holds the text, or the free one where it belongs.</summary>
    private int SlotOf(ReadOnlySpan<byte> text)
    {
        var slot = (int)XxHash3.HashToUInt64(text) & (slots.Length - 1);
        while (slots[slot] != 0 && !arena.BytesAt(places[slots[slot] - 1]).SequenceEqual(text))
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var number = 0; number < places.Count; number++)
        {
            slots[SlotOf(arena.BytesAt(places[number]))] = number + 1;
        }
    }
}
