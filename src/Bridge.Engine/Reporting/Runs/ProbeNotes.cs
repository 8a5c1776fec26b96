using System.Runtime.CompilerServices;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>Reads from the journal what probes of a run found wrong, also where it was put right later.</summary>
public static class ProbeNotes
{
    /// <summary>The notes of a run, in journal order.</summary>
    public static async IAsyncEnumerable<ProbeNote> ReadAsync(IRunStore store, string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in store.ReadJournalAsync(0, cancellationToken))
        {
            if (entry.Record is { Kind: JournalKind.Observed, StepId: { } step } record && string.Equals(record.RunId, runId, StringComparison.Ordinal)
                && Enum.TryParse<StepState>(Text(record, "state"), ignoreCase: true, out var state) && !StepTransitions.IsSuccess(state)
                && Text(record, "reason") is { } reason)
            {
                yield return new ProbeNote(step, state, reason, Text(record, "message"), entry.At);
            }
        }
    }

    private static string? Text(JournalRecord record, string name) => record.Payload[name]?.GetValue<string>();
}
