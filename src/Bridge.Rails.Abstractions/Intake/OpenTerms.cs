using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>Something of a sheet that it does not say, by the key of its rows.</summary>
/// <param name="question">What is asked about it.</param>
/// <param name="label">Name of the thing as people know it.</param>
public sealed class OpenTerms(TableQuestion question, string label)
{
    private const int MostShown = 6;
    private readonly List<string> seen = [];

    /// <summary>What is asked.</summary>
    public TableQuestion Question => question;

    /// <summary>Name as people know it.</summary>
    public string Label => label;

    /// <summary>First line of the file that shows it.</summary>
    public int Line { get; private set; }

    /// <summary>The first values that make it a question.</summary>
    public IReadOnlyList<string> Seen => seen;

    internal void Add(IEnumerable<string> values, int line)
    {
        Line = Line == 0 ? line : Line;
        foreach (var value in values.Where(value => seen.Count < MostShown && !seen.Contains(value)))
        {
            seen.Add(value);
        }
    }
}
