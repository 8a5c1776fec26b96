namespace Bridge.Simulation.Hosting;

/// <summary>Every request a rail received, for audits of rates and of harmless dry runs. Control calls are not in it.</summary>
public sealed class RequestLog
{
    private readonly Lock gate = new();
    private readonly List<RequestLogEntry> entries = [];

    /// <summary>Number of requests so far.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>A copy of the log from a position on, in order of arrival.</summary>
    public IReadOnlyList<RequestLogEntry> From(int position)
    {
        lock (gate)
        {
            return entries[Math.Min(position, entries.Count)..];
        }
    }

    /// <summary>Number of requests by verb, from a position on.</summary>
    public IReadOnlyDictionary<string, int> CountByVerb(int position = 0) =>
        From(position).CountBy(entry => entry.Verb).ToDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The largest number of requests inside any window of the given length. A window holds the requests that lie less than
    /// its length apart.
    /// </summary>
    /// <param name="window">Length of the window.</param>
    /// <param name="account">Only this account's requests, or null for all.</param>
    public int PeakWithin(TimeSpan window, string? account = null)
    {
        var times = From(0).Where(entry => account is null || entry.Account == account).Select(entry => entry.Time).Order().ToList();
        var peak = 0;
        var first = 0;
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
                first++;
            peak = Math.Max(peak, last - first + 1);
        }

        return peak;
    }

    internal void Add(in RequestLogEntry entry)
    {
        lock (gate)
        {
            entries.Add(entry);
        }
    }
}
