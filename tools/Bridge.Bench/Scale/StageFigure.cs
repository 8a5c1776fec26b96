namespace Bridge.Bench.Scale;

/// <summary>One stage of a run.</summary>
/// <param name="Name">Name: <c>extractSource</c>, <c>extractTarget</c>, <c>plan</c>, <c>report</c>.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="Records">Records that it went through: of its snapshot; for plan of both; for report the lines of the plan.</param>
/// <param name="PeakMiB">Peak resident memory while it ran.</param>
internal sealed record StageFigure(string Name, decimal Seconds, long Records, decimal PeakMiB)
{
    /// <summary>Records a second.</summary>
    public long RecordsPerSecond => Seconds > 0 ? (long)(Records / Seconds) : 0;
}
