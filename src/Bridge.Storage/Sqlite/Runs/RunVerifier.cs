using Bridge.Engine.Execution;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Looks for damage and edits: quickly when a store is opened, in full when somebody asks.</summary>
/// <param name="place">File, for messages.</param>
internal sealed class RunVerifier(string place)
{
    /// <summary>The mark beside the file, the head row and the last record must agree.</summary>
    /// <param name="mark">Read before <paramref name="reader"/> was used, so that it cannot be ahead of what that sees.</param>
    /// <param name="reader">The database.</param>
    public RunHead CheckEnd((long Sequence, string Hash)? mark, RunReader reader) => reader.Frozen(frozen => End(mark, frozen));

    /// <summary>Reads everything: structure of the file, every record of the chain, every row of the state and what they add up to.</summary>
    /// <returns>Number of records.</returns>
    public long CheckAll((long Sequence, string Hash)? mark, RunReader reader, CancellationToken cancellationToken) =>
        reader.Frozen(frozen => All(mark, frozen, cancellationToken));

    private long All((long Sequence, string Hash)? mark, RunReader reader, CancellationToken cancellationToken)
    {
        // The chain first: a bad record is named; a damaged page elsewhere can only be described.
        var journal = new JournalReader(place, 0, JournalChain.Origin);
        foreach (var row in reader.WholeJournal())
        {
            cancellationToken.ThrowIfCancellationRequested();
            journal.Check(row);
        }

        var head = End(mark, reader);
        var tally = 0L;
        foreach (var table in StateTable.All)
        {
            tally = unchecked(tally + reader.Tally(table, cancellationToken));
        }

        if (tally != head.Tally)
        {
            throw new RunStoreCorruptException(place, null, "Rows of steps, id map, runs, checkpoints or documents were added or removed.");
        }

        reader.CheckStructure();
        return head.Sequence;
    }

    private RunHead End((long Sequence, string Hash)? mark, RunReader reader)
    {
        var head = reader.Head();
        var last = reader.LastSequence();
        if (last < head.Sequence)
        {
            throw Bad(last + 1, "The record is missing.");
        }

        if (last > head.Sequence)
        {
            throw Bad(head.Sequence + 1, "The record was added behind the end of the journal.");
        }

        if (last > 0 && HashOf(reader, last) != head.Hash)
        {
            throw Bad(last, "The record does not match its hash: it was changed or moved.");
        }

        if (mark is { } known && known.Sequence > last)
        {
            throw Bad(last + 1, $"The record is missing: {known.Sequence} records were committed, {last} are here.");
        }

        if (mark is { Sequence: > 0 } older && HashOf(reader, older.Sequence) != older.Hash)
        {
            throw Bad(older.Sequence, "The record is not the one that was committed.");
        }

        return head;
    }

    private static string HashOf(RunReader reader, long sequence) => reader.JournalHash(sequence) is { } hash ? Convert.ToHexStringLower(hash) : "";

    private RunStoreCorruptException Bad(long sequence, string problem) => new(place, sequence, problem);
}
