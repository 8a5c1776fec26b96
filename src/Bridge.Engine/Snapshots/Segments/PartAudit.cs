using System.Text;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Reads a part back as it rests in the store and compares it with what the reader gave: no record lost, none doubled, none
/// under another record's key.
/// </summary>
internal sealed class PartAudit(IRecordShape shape, PartLedger ledger)
{
    private const int Named = 5;
    private readonly List<string> lost = [];
    private readonly List<string> surplus = [];
    private readonly List<string> misfiled = [];
    private long problems;
    private string? first;

    /// <exception cref="SnapshotIntegrityException">A record was lost, doubled or misfiled; all are counted, the first ones named.</exception>
    /// <exception cref="SnapshotCorruptException">The part cannot be read back.</exception>
    public async Task CheckAsync(SegmentReader reader, CancellationToken cancellationToken)
    {
        ledger.Sort();
        await using var cursor = new SegmentCursor(reader, reader.Footer.Records, 0);
        var expected = 0;
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            var key = Encoding.UTF8.GetString(cursor.Current.Key);
            CheckKey(key, cursor.Current.Record);
            var found = new PartLedger.Line(key, RawHashField.Decode(cursor.Current.RawHash));
            while (expected < ledger.Count && Before(ledger[expected], found))
            {
                NoteLost(ledger[expected++].Key);
            }

            if (expected < ledger.Count && ledger[expected] == found)
            {
                expected++;
            }
            else
            {
                Note(surplus, key, $"'{key}'");
            }
        }

        while (expected < ledger.Count)
        {
            NoteLost(ledger[expected++].Key);
        }

        if (problems > 0)
        {
            throw Failure(reader);
        }
    }

    private void CheckKey(string key, ReadOnlySpan<byte> record)
    {
        try
        {
            if (shape.KeyOf(record) is var inside && inside != key)
            {
                Note(misfiled, key, $"'{key}' holds '{inside}'");
            }
        }
        catch (FormatException)
        {
            Note(misfiled, key, $"'{key}' holds no record");
        }
    }

    private static bool Before(PartLedger.Line expected, PartLedger.Line found)
    {
        var order = KeyOrder.Instance.Compare(expected.Key, found.Key);
        return order < 0 || (order == 0 && expected.RawHash != found.RawHash &&
            RawHashField.Encode(expected.RawHash).AsSpan().SequenceCompareTo(RawHashField.Encode(found.RawHash)) < 0);
    }

    private void NoteLost(string key) => Note(lost, key, $"'{key}'");

    private void Note(List<string> names, string key, string name)
    {
        problems++;
        first ??= key;
        if (names.Count < Named)
        {
            names.Add(name);
        }
    }

    private SnapshotIntegrityException Failure(SegmentReader reader)
    {
        var parts = new List<string>();
        Append(parts, "lost", lost);
        Append(parts, "doubled or foreign", surplus);
        Append(parts, "misfiled", misfiled);
        return new SnapshotIntegrityException(
            shape.Entity, first, reader.Key.Path, $"the part read back differs from the records that were read: {string.Join("; ", parts)} ({problems} in all).");
    }

    private static void Append(List<string> parts, string what, List<string> names)
    {
        if (names.Count > 0)
        {
            parts.Add($"{what}: {string.Join(", ", names)}");
        }
    }
}
