using System.Text;

namespace Bridge.Simulation.House;

/// <summary>A table that is written the way a spreadsheet in some country saves it.</summary>
internal sealed class HouseTable(char separator, string lineEnd, bool mark, params string[] header)
{
    private readonly List<string> lines = [];

    /// <summary>Number of rows.</summary>
    public int Count => lines.Count;

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => lines.Add(string.Join(separator, cells.Select(Quote)));

    /// <summary>Adds a line as it is.</summary>
    public void AddRaw(string line) => lines.Add(line);

    /// <summary>Puts the rows into another order.</summary>
    public void Shuffle(Random random)
    {
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        lines.Clear();
        lines.AddRange(shuffled);
    }

    /// <summary>The file.</summary>
    public HouseFile ToFile(string name)
    {
        var text = string.Join(lineEnd, [string.Join(separator, header), .. lines]) + lineEnd;
        return new HouseFile(name, (byte[])[.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);
    }

    private string Quote(string cell) => cell.Contains(separator, StringComparison.Ordinal) || cell.Contains('"', StringComparison.Ordinal) || cell.Contains('\n', StringComparison.Ordinal)
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
