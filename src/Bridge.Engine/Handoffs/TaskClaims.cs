using System.Text.Json;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Handoffs;

/// <summary>Reads and writes claims where they lie: in the outbox, beside answers, so that no run store has to be owned for it.</summary>
/// <param name="outbox">Outbox.</param>
internal sealed class TaskClaims(IOutbox outbox)
{
    /// <summary>The claim of a hand-off, or null.</summary>
    public async Task<TaskClaim?> FindAsync(string handoff, CancellationToken cancellationToken) =>
        await outbox.FindAnswerAsync(TaskClaim.IdOf(handoff), cancellationToken) is { } bytes
            ? JsonSerializer.Deserialize(bytes, HandoffJson.Default.TaskClaim)
            : null;

    /// <summary>Writes a claim in place of the one before.</summary>
    public Task WriteAsync(string handoff, TaskClaim claim, CancellationToken cancellationToken) =>
        outbox.WriteAnswerAsync(TaskClaim.IdOf(handoff), JsonSerializer.SerializeToUtf8Bytes(claim, HandoffJson.Default.TaskClaim), cancellationToken);

    /// <summary>Removes a claim; no error when there is none.</summary>
    public Task RemoveAsync(string handoff, CancellationToken cancellationToken) => outbox.RemoveAsync(TaskClaim.IdOf(handoff), cancellationToken);

    /// <summary>
    /// Takes a claim over to the hand-off that repeats an earlier one, with owner, date and note. What was reported done and is
    /// handed out again was not done: the report does not go along.
    /// </summary>
    /// <returns>The claim as it was, or null.</returns>
    public async Task<TaskClaim?> PassOnAsync(string earlier, string later, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await FindAsync(earlier, cancellationToken) is not { } claim)
        {
            return null;
        }

        var kept = claim with { DoneBy = null, DoneAt = null };
        if (earlier != later || kept != claim)
        {
            await WriteAsync(later, kept with { At = at }, cancellationToken);
        }

        return claim;
    }
}
