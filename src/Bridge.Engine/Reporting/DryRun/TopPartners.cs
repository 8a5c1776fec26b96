namespace Bridge.Engine.Reporting.DryRun;

/// <summary>
/// The heaviest partners of a stream of lines, exactly and in bounded memory: a partner counts by its heaviest line, so one
/// that was pushed out can only come back by a line that is heavier than what pushed it out.
/// </summary>
/// <param name="limit">How many.</param>
internal sealed class TopPartners(int limit)
{
    private readonly Dictionary<string, int> scores = new(StringComparer.Ordinal);
    private readonly SortedSet<(int Score, string Partner)> order = new(Comparer<(int Score, string Partner)>.Create(Compare));

    /// <summary>Heaviest first, then by key.</summary>
    public IEnumerable<(string Partner, int Score)> Heaviest => order.Select(entry => (entry.Partner, entry.Score));

    public void Add(string partner, int score)
    {
        if (scores.TryGetValue(partner, out var before))
        {
            if (score > before)
            {
                order.Remove((before, partner));
                Put(partner, score);
            }

            return;
        }

        if (order.Count < limit)
        {
            Put(partner, score);
        }
        else if (limit > 0 && Compare((score, partner), order.Max) < 0)
        {
            scores.Remove(order.Max.Partner);
            order.Remove(order.Max);
            Put(partner, score);
        }
    }

    private static int Compare((int Score, string Partner) left, (int Score, string Partner) right) =>
        left.Score != right.Score ? right.Score.CompareTo(left.Score) : string.CompareOrdinal(left.Partner, right.Partner);

    private void Put(string partner, int score)
    {
        scores[partner] = score;
        order.Add((score, partner));
    }
}
