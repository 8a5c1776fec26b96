namespace Bridge.Engine.Execution;

/// <summary>The run state was damaged or edited. Nothing is repaired silently.</summary>
public sealed class RunStoreCorruptException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="place">File.</param>
    /// <param name="sequence">First bad record, or null when the file cannot be read at all.</param>
    /// <param name="problem">What is wrong.</param>
    public RunStoreCorruptException(string place, long? sequence, string problem)
        : base($"{place}{(sequence is null ? "" : $", journal record {sequence}")}: {problem} Restore the file from a backup; do not edit it.") => Sequence = sequence;

    /// <summary>First bad record, or null.</summary>
    public long? Sequence { get; }
}
