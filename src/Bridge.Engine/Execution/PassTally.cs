using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Handoffs;

namespace Bridge.Engine.Execution;

/// <summary>What one pass saw, for the decision whether another one is due, and how far the run is.</summary>
internal sealed class PassTally(RunContext run, IProgress<ExecutionProgress>? progress)
{
    private long watched;
    private long open;
    private DateTimeOffset? settleAt;

    public bool Changed { get; set; }

    /// <summary>True when the pass has sent anything so far.</summary>
    public bool Sent { get; set; }

    public void See(StepRow? row)
    {
        open += row is not null && StepTransitions.IsFinal(row.State) && !OutcomeQuestion.IsOpen(row) ? 0 : 1;
        watched += row is { State: StepState.Waiting, Reason: not TemplateTrials.Waits } ? 1 : 0;
    }

    public void SettleAt(DateTimeOffset at) => settleAt = settleAt is { } earlier && earlier < at ? earlier : at;

    public void Report()
    {
        var (total, done, waiting) = (run.Plan.Totals.Steps, run.Journal.Done, run.Journal.Waiting);
        progress?.Report(new ExecutionProgress(
            total, done, waiting, Interlocked.Read(ref run.Calls), Activity(waiting)));
    }

    private ExecutionActivity Activity(long waiting) => Sent ? ExecutionActivity.Sending : waiting > 0 ? ExecutionActivity.Waiting : ExecutionActivity.Checking;

    public PassResult Result()
    {
        TimeSpan? settling = null;
        if (settleAt is { } at)
        {
            var left = at - run.Time.GetUtcNow();
            settling = left > TimeSpan.Zero ? left : TimeSpan.FromSeconds(1);
        }

        return new PassResult(Changed, open, watched, settling);
    }
}
