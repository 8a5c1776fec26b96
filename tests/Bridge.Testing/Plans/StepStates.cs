using Bridge.Engine.Execution;

namespace Bridge.Testing.Plans;

/// <summary>States of steps in memory; steps that were not set are not touched.</summary>
public sealed class StepStates
{
    private readonly Dictionary<string, StepRow> rows = new(StringComparer.Ordinal);

    public StepStates Set(string stepId, StepState state, string? reason = null, string? message = null, string? targetId = null, string? handoffId = null)
    {
        rows[stepId] = new StepRow
        {
            RunId = "run-1",
            StepId = stepId,
            State = state,
            Attempt = 1,
            Reason = reason,
            Message = message,
            TargetId = targetId,
            HandoffId = handoffId,
            Since = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero),
        };
        return this;
    }

    public Task<StepRow?> FindAsync(string stepId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(rows.GetValueOrDefault(stepId));
    }
}
