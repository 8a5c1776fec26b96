using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>What the cells of one column of a sample look like. Holds counts and no cell, but for the first words of short columns.</summary>
internal sealed class ColumnProfile
{
    private const int MostWords = 40;
    private const int LongestWord = 40;
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> distinct = [];
    private bool manyWords;

    /// <summary>Cells with content.</summary>
    public int Filled { get; private set; }

    /// <summary>Cells of digits alone.</summary>
    public int Digits { get; private set; }

    /// <summary>Cells that are numbers in one form or the other.</summary>
    public int Numbers { get; private set; }

    /// <summary>Cells that are dates in some order.</summary>
    public int Dates { get; private set; }

    /// <summary>Dates with a time that names no zone.</summary>
    public int BareTimes { get; private set; }

    /// <summary>E-mail addresses.</summary>
    public int Emails { get; private set; }

    /// <summary>Web addresses or hosts.</summary>
    public int Urls { get; private set; }

    /// <summary>Codes of three capitals.</summary>
    public int Currencies { get; private set; }

    /// <summary>True when nearly every cell is another one.</summary>
    public bool Distinct => Filled > 0 && distinct.Count * 100 >= Filled * 95;

    /// <summary>The different words of a column with few; null when there are many.</summary>
    public IReadOnlySet<string>? Words => manyWords ? null : words;

    /// <summary>Adds one cell.</summary>
    public void Add(string cell)
    {
        var text = cell.Trim().TrimStart(NativeCell.Mark).Trim();
        if (text.Length == 0)
        {
            return;
        }

        Filled++;
        distinct.Add(string.GetHashCode(text, StringComparison.Ordinal));
        if (!manyWords && text.Length <= LongestWord)
        {
            words.Add(text);
        }

        manyWords |= words.Count > MostWords || text.Length > LongestWord;
        var digits = !text.AsSpan().ContainsAnyExceptInRange('0', '9');
        var date = !digits && CellLooks.IsDate(text);
        Digits += digits ? 1 : 0;
        Dates += date ? 1 : 0;
        BareTimes += date && CellLooks.IsBareTime(text) ? 1 : 0;
        Numbers += !date && (digits || NumberText.TryParse(text, NumberStyle.Point, out _) || NumberText.TryParse(text, NumberStyle.Comma, out _)) ? 1 : 0;
        Emails += CellLooks.IsEmail(text) ? 1 : 0;
        Urls += CellLooks.IsUrl(text) ? 1 : 0;
        Currencies += text.Length == 3 && !text.AsSpan().ContainsAnyExceptInRange('A', 'Z') ? 1 : 0;
    }

    /// <summary>Share of the filled cells in percent; 0 when there are none.</summary>
    public int ShareOf(int count) => Filled == 0 ? 0 : count * 100 / Filled;
}
