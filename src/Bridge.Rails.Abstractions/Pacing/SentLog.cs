namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Sending times in ascending order, as a ring that grows: calls leave at the front when their window has passed.</summary>
internal sealed class SentLog
{
    private TimeSpan[] times = new TimeSpan[16];
    private int first;

    internal int Count { get; private set; }

    internal TimeSpan this[int index] => times[(first + index) & (times.Length - 1)];

    internal void Add(TimeSpan time)
    {
        if (Count == times.Length)
        {
            var wider = new TimeSpan[times.Length * 2];
            for (var index = 0; index < Count; index++)
            {
                wider[index] = this[index];
            }

            times = wider;
            first = 0;
        }

        times[(first + Count) & (times.Length - 1)] = time;
        Count++;
    }

    internal void DropUntil(TimeSpan time)
    {
        while (Count > 0 && times[first] <= time)
        {
            first = (first + 1) & (times.Length - 1);
            Count--;
        }
    }
}
