using System.Text;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>
/// The shared texts of a workbook. The first 32 million characters are held, the rest lies in a temporary file: memory is bounded
/// by that and 8 bytes for each further text.
/// </summary>
/// <param name="budget">Characters that are held.</param>
internal sealed class SheetStrings(long budget = SheetStrings.HeldCharacters) : IDisposable
{
    /// <summary>Characters that are held in memory.</summary>
    public const long HeldCharacters = 32_000_000;

    private readonly List<string> held = [];
    private readonly List<long> offsets = [];
    private SheetStream? spill;
    private long characters;

    /// <summary>Number of texts.</summary>
    public int Count => held.Count + offsets.Count;

    /// <summary>Adds the next text.</summary>
    public void Add(string text)
    {
        if (spill is null && (characters += text.Length) <= budget)
        {
            held.Add(text);
            return;
        }

        spill ??= SheetStream.Create();
        offsets.Add(spill.Length);
        spill.Seek(0, SeekOrigin.End);
        var bytes = Encoding.UTF8.GetBytes(text);
        spill.Write(BitConverter.GetBytes(bytes.Length));
        spill.Write(bytes);
    }

    /// <summary>A text by its number from 0.</summary>
    /// <exception cref="InvalidDataException">There is no such text.</exception>
    public string At(int index)
    {
        if (index < 0 || index >= Count)
        {
            throw new InvalidDataException("a cell names a shared text that does not exist");
        }

        if (index < held.Count)
        {
            return held[index];
        }

        spill!.Seek(offsets[index - held.Count], SeekOrigin.Begin);
        Span<byte> length = stackalloc byte[4];
        spill.ReadExactly(length);
        var bytes = new byte[BitConverter.ToInt32(length)];
        spill.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <inheritdoc />
    public void Dispose() => spill?.Dispose();
}
