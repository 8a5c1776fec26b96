using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>How alike a header of a file and a known column are, in percent, and why.</summary>
/// <param name="Percent">100 for the column's own name, 0 for nothing in common.</param>
/// <param name="Reason">What makes them alike; empty for 0.</param>
public readonly record struct HeaderLikeness(int Percent, string Reason)
{
    private const int SameMeaning = 86;
    private const int SubjectWeight = 10;
    private const int SpelledAlike = 84;

    /// <summary>Compares a header with the name and all aliases of a column.</summary>
    /// <param name="column">The known column.</param>
    /// <param name="header">The header.</param>
    /// <param name="subject">What the rows of the table are, in its title: these words count little, so that 'Partner name' is the name in a partner list.</param>
    public static HeaderLikeness Of(TableColumn column, string header, string subject = "")
    {
        var written = TableHeader.Normalize(header);
        if (written.Length == 0)
        {
            return default;
        }

        if (written == TableHeader.Normalize(column.Name))
        {
            return new HeaderLikeness(100, "its own name");
        }

        for (var index = 0; index < column.Aliases.Length; index++)
        {
            if (written == TableHeader.Normalize(column.Aliases[index]))
            {
                return new HeaderLikeness(99 - Math.Min(index, 5), $"known as '{column.Aliases[index]}'");
            }
        }

        var best = default(HeaderLikeness);
        foreach (var name in (string[])[column.Name, .. column.Aliases])
        {
            var (meaning, spelling) = (Meaning(name, header, HeaderConcepts.Of(subject)), Spelling(HeaderConcepts.Fold(TableHeader.Normalize(name)), HeaderConcepts.Fold(written)));
            var percent = Math.Max(meaning, spelling);
            if (percent > best.Percent)
            {
                best = new HeaderLikeness(percent, meaning >= spelling ? $"means '{name}'" : $"spelled like '{name}'");
            }
        }

        return best;
    }

    /// <summary>Share of common meanings, weighted.</summary>
    private static int Meaning(string one, string other, IReadOnlySet<string> subject)
    {
        var (left, right) = (HeaderConcepts.Of(one), HeaderConcepts.Of(other));
        int Weight(string concept) => subject.Contains(concept) ? SubjectWeight : HeaderConcepts.WeightOf(concept);
        var common = left.Where(right.Contains).Sum(Weight);
        var all = left.Concat(right).Distinct(StringComparer.Ordinal).Sum(Weight);
        return all == 0 ? 0 : SameMeaning * common / all;
    }

    /// <summary>Share of letters that need no change, for typing errors and cut-off headers; short words have to be the same.</summary>
    private static int Spelling(string one, string other)
    {
        var longest = Math.Max(one.Length, other.Length);
        if (longest < 6 || Math.Abs(one.Length - other.Length) > longest / 4)
        {
            return 0;
        }

        var same = longest - Distance(one, other);
        return same * 100 / longest >= 82 ? SpelledAlike * same / longest : 0;
    }

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var index = 1; index <= one.Length; index++)
        {
            var diagonal = row[0];
            row[0] = index;
            for (var at = 1; at <= other.Length; at++)
            {
                var above = row[at];
                row[at] = Math.Min(Math.Min(row[at] + 1, row[at - 1] + 1), diagonal + (one[index - 1] == other[at - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[other.Length];
    }
}
