using System.Globalization;
using Bridge.Engine.Execution;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Checks journal rows against the chain, one after the other.</summary>
/// <param name="place">File, for messages.</param>
/// <param name="after">Last record before the first row.</param>
/// <param name="previousHash">Hash of that record.</param>
internal sealed class JournalReader(string place, long after, string previousHash)
{
    public const string Columns = "sequence, epoch, at, previous_hash, hash, CAST(record AS BLOB)";

    /// <summary>Last record that was checked.</summary>
    public long Sequence { get; private set; } = after;

    /// <summary>Its hash.</summary>
    public string Hash { get; private set; } = previousHash;

    public static DateTimeOffset Time(string text) =>
        DateTimeOffset.ParseExact(text, JournalChain.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Checks a row.</summary>
    /// <returns>The canonical JSON of its record.</returns>
    /// <exception cref="RunStoreCorruptException">The row does not fit the chain.</exception>
    public byte[] Check(object[] row)
    {
        var expected = Sequence + 1;
        if (row[0] is long number && number > expected)
        {
            throw new RunStoreCorruptException(place, expected, "The record is missing.");
        }

        if (row is not [long sequence, long epoch, string at, byte[] previous, byte[] hash, byte[] record] || sequence != expected ||
            Convert.ToHexStringLower(previous) != Hash ||
            JournalChain.Hash(sequence, new(epoch), at, Hash, record) is var computed && Convert.ToHexStringLower(hash) != computed)
        {
            throw new RunStoreCorruptException(place, expected, "The record does not match its hash: it was changed or moved.");
        }

        (Sequence, Hash) = (sequence, computed);
        return record;
    }

    /// <summary>Checks a row and reads it.</summary>
    public JournalEntry Read(object[] row)
    {
        var previous = Hash;
        var record = Check(row);
        return new(Sequence, new((long)row[1]), Time((string)row[2]), JournalChain.Parse(record), previous, Hash);
    }
}
