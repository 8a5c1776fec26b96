namespace Bridge.Simulation.Impact.Truth;

/// <summary>
/// The changes of one request. The first one is what the request was for; the others carry its number as their cause, so
/// that a reader can count requests and still see every effect.
/// </summary>
internal sealed class ChangeScope(TruthLog log, TruthOrigin origin, DateTimeOffset at)
{
    private int? first;

    /// <summary>When it happens.</summary>
    public DateTimeOffset At => at;

    public void Record(string kind, string objectId, TruthFields fields, TruthFields? before = null)
    {
        var sequence = log.Append(at, origin, kind, objectId, first, fields, before);
        first ??= sequence;
    }
}
