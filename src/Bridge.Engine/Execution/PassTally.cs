namespace Bridge.Engine.Execution;

/// <summary>Counts of one pass, for progress and for the decision whether another pass is due.</summary>
internal sealed class PassTally(RunContext run, IProgress<ExecutionProgress>? progress)
{
    private long done;
    private long waiting;
    private long open;
    private DateTimeOffset? settleAt;

    public bool Changed { get; set; }

    public void See(StepRow? row)
    {
        if (row is not null && StepTransitions.IsFinal(row.State))
        {
            done++;
            return;
        }

        open++;
        waiting += row?.State == StepState.Waiting ? 1 : 0;
    }

    public void SettleAt(DateTimeOffset at) => settleAt = settleAt is { } earlier && earlier < at ? earlier : at;

    public void Report() => progress?.Report(new ExecutionProgress(run.Plan.Totals.Steps, done, waiting, Interlocked.Read(ref run.Calls), waiting > 0 ? "waiting for people and partners" : "sending"));

    public PassResult Result()
    {
        TimeSpan? settling = null;
        if (settleAt is { } at)
        {
            var left = at - run.Time.GetUtcNow();
            settling = left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(1);
        }

        return new PassResult(Changed, open, settling);
    }
}
