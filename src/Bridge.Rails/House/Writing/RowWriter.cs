using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Writing;

/// <summary>Cells of one record on their way into rows. Every method gives what a reader will find, which is what the record then holds.</summary>
internal sealed class RowWriter(HouseKind kind, RecordTableContext context)
{
    private readonly TableSchema schema = HouseSchemas.Of(kind);
    private readonly List<SpreadsheetCell[]> rows = [];

    /// <summary>Surroundings.</summary>
    public RecordTableContext Context => context;

    /// <summary>What the format does not hold.</summary>
    public List<Loss> Losses { get; } = [];

    /// <summary>The rows so far.</summary>
    public IReadOnlyList<SpreadsheetCell[]> Rows => rows;

    /// <summary>Begins a row.</summary>
    public RowWriter Begin()
    {
        rows.Add(new SpreadsheetCell[schema.Columns.Count]);
        return this;
    }

    /// <summary>A text without blanks and invisible characters around it; null when nothing is left.</summary>
    public string? Text(string column, string? text)
    {
        var fit = Fit(text);
        if (!string.Equals(fit, text, StringComparison.Ordinal))
        {
            Lose("TextTrimmed", Fidelity.Equivalent, column, "Blanks and invisible characters around a text, blank texts and the words of failed formulas are not held.");
        }

        Set(column, SpreadsheetCell.Of(fit));
        return fit;
    }

    /// <summary>A text that must be there.</summary>
    public string Required(string column, string text, string fallback)
    {
        var fit = Text(column, text);
        if (fit is null)
        {
            Set(column, SpreadsheetCell.Of(fallback));
        }

        return fit ?? fallback;
    }

    /// <summary>One of the words of Bridge.</summary>
    public void Word<TWord>(string column, TWord word)
        where TWord : struct, Enum
    {
        var name = word.ToString();
        Set(column, SpreadsheetCell.Of(char.ToLowerInvariant(name[0]) + name[1..]));
    }

    /// <summary>A number.</summary>
    public void Number(string column, decimal? number) => Set(column, SpreadsheetCell.Of(number));

    /// <summary>An instant to the second with its offset.</summary>
    public DateTimeOffset? Instant(string column, DateTimeOffset? instant)
    {
        if (instant is not { } at)
        {
            return null;
        }

        var fit = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));
        if (fit != at)
        {
            Lose("FractionsOfSeconds", Fidelity.Equivalent, column, "Times are held to the second.");
        }

        Set(column, SpreadsheetCell.Of(fit.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
        return fit;
    }

    /// <summary>Several texts in one cell, each once.</summary>
    public IReadOnlyList<string> Parts(string column, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        var fit = all.Select(Fit).OfType<string>().Where(text => text.AsSpan().IndexOfAny(";\r\n") < 0).Distinct(StringComparer.Ordinal).ToList();
        if (!fit.SequenceEqual(all, StringComparer.Ordinal))
        {
            Lose("ListChanged", Fidelity.Degraded, column, "A text with ; or a line end, a blank or repeated one and the words of failed formulas have no place in a list.");
        }

        Set(column, SpreadsheetCell.Of(string.Join("; ", fit)));
        return fit;
    }

    /// <summary>Several texts of the form name=value in one cell.</summary>
    public IReadOnlyList<(string Name, string Value)> Pairs(string column, IEnumerable<(string Name, string Value)> pairs)
    {
        var all = pairs.ToList();
        var fit = all.Where(pair => Trim(pair.Name) == pair.Name && Trim(pair.Value) == pair.Value && pair.Name.Length > 0
            && pair.Name.AsSpan().IndexOfAny("=;\r\n") < 0 && pair.Value.AsSpan().IndexOfAny(";\r\n") < 0).Distinct().ToList();
        if (!fit.SequenceEqual(all))
        {
            Lose("PairDropped", Fidelity.Dropped, column, "A pair with ;, a line end or blanks around it, and a repeated one have no place in a list.");
        }

        Set(column, SpreadsheetCell.Of(string.Join("; ", fit.Select(pair => $"{pair.Name}={pair.Value}"))));
        return fit;
    }

    /// <summary>The text behind a personal value; null when there is none or it may not be told.</summary>
    public string? Reveal(string column, PersonalValue? value)
    {
        if (value is not { } hashed)
        {
            return null;
        }

        if (context.Personal is not { } personal)
        {
            Lose("PersonalLeftOut", Fidelity.Dropped, column, "Personal values were not asked for.");
            return null;
        }

        var text = personal.Reveal(hashed);
        if (text is null)
        {
            Lose("PersonalErased", Fidelity.Dropped, column, "The personal value was erased.");
        }

        return text;
    }

    /// <summary>A personal value; null when there is none in the cell.</summary>
    public PersonalValue? Personal(string column, PersonalValue? value)
    {
        if (Reveal(column, value) is not { } text)
        {
            return null;
        }

        if (Fit(text) != text)
        {
            Lose("PersonalUnwritable", Fidelity.Dropped, column, "A personal value with blanks around it would be read back as another one.");
            return null;
        }

        Text(column, text);
        return value;
    }

    /// <summary>Names a loss, each once for a record.</summary>
    public void Lose(string code, Fidelity fidelity, string path, string message)
    {
        if (!Losses.Exists(loss => loss.Code == code && loss.Path == path))
        {
            Losses.Add(new Loss { Code = code, Fidelity = fidelity, Path = path, Message = message });
        }
    }

    /// <summary>The value when the format holds it; else the fallback with a loss.</summary>
    public T Held<T>(T value, T fallback, string path)
    {
        if (EqualityComparer<T>.Default.Equals(value, fallback))
        {
            return value;
        }

        Lose("NotHeld", Fidelity.Dropped, path, "The house format has no column for it.");
        return fallback;
    }

    /// <summary>A text as a cell holds it; null when nothing is left or a reader takes it for the word of a failed formula.</summary>
    internal static string? Fit(string? text) => text is not null && Trim(text) is { Length: > 0 } fit && !SpreadsheetErrors.Contains(fit) ? fit : null;

    internal static string Trim(string text)
    {
        static bool Invisible(char letter) => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
        var (start, end) = (0, text.Length);
        while (start < end && Invisible(text[start]))
        {
            start++;
        }

        while (end > start && Invisible(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private void Set(string column, SpreadsheetCell cell)
    {
        for (var place = 0; place < schema.Columns.Count; place++)
        {
            if (schema.Columns[place].Name == column)
            {
                rows[^1][place] = cell;
                return;
            }
        }

        throw new ArgumentException($"The {schema.Title} has no column '{column}'.", nameof(column));
    }
}
