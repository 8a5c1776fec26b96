namespace Bridge.Simulation.Rakuten.Api;

/// <summary>So many calls a minute; the minute starts with the first call after the last one ended.</summary>
internal sealed class CallLimit(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _start;
    private int _taken;

    public bool TryTake()
    {
        var now = time.GetUtcNow();
        if (_start is null || now - _start >= Window)
        {
            _start = now;
            _taken = 0;
        }

        return ++_taken <= perMinute;
    }
}
