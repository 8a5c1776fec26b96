using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House;

/// <summary>Words and small forms of house files; what is none of them is a problem of its cell.</summary>
internal static class HouseWords
{
    private static readonly char[] Between = [';', '\n', '\r'];

    /// <summary>One of the words of Bridge, letter case, blanks and marks ignored; the fallback when blank or none of them.</summary>
    public static TWord Word<TWord>(CellReader cells, string column, TWord fallback)
        where TWord : struct, Enum
    {
        if (cells.Text(column) is not { } text)
        {
            return fallback;
        }

        var wanted = TableHeader.Normalize(text);
        foreach (var word in Enum.GetValues<TWord>())
        {
            if (TableHeader.Normalize(word.ToString()) == wanted)
            {
                return word;
            }
        }

        cells.Add(column, text, fatal: false, $"must be one of: {string.Join(", ", Enum.GetNames<TWord>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]))}");
        return fallback;
    }

    /// <summary>A currency; the fallback when blank, null when it is none.</summary>
    public static Currency? Currency(CellReader cells, Currency? fallback)
    {
        if (cells.Text("Currency") is not { } text)
        {
            return fallback;
        }

        if (Model.Money.Currency.TryParse(text, out var currency))
        {
            return currency;
        }

        cells.Add("Currency", text, fatal: false, "must be an ISO 4217 code");
        return null;
    }

    /// <summary>Parts of a cell with several texts, each once, in order.</summary>
    public static IReadOnlyList<string> Parts(string? text) =>
        [.. (text ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>Parts of the form name=value; others are a problem of the cell.</summary>
    public static IReadOnlyList<(string Name, string Value)> Pairs(CellReader cells, string column)
    {
        var pairs = new List<(string, string)>();
        foreach (var part in Parts(cells.Text(column)))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
            {
                pairs.Add((part[..at].Trim(), part[(at + 1)..].Trim()));
            }
            else
            {
                cells.Add(column, part, fatal: false, "must be name=value, several with ; between");
            }
        }

        return pairs;
    }
}
