using System.Text;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Reads a part back as it rests in the store and compares it with what the reader gave: no record lost, none doubled, none
/// under another record's key.
/// </summary>
internal sealed class PartAudit(IRecordShape shape, PartLedger ledger)
{
    private const int Named = 5;
    private readonly List<(string Key, string Text)> lost = [];
    private readonly List<(string Key, string Text)> surplus = [];
    private readonly List<(string Key, string Text)> misfiled = [];
    private long problems;

    /// <exception cref="SnapshotIntegrityException">A record was lost, doubled or misfiled; all are counted, the first ones named.</exception>
    /// <exception cref="SnapshotCorruptException">The part cannot be read back.</exception>
    public async Task CheckAsync(SegmentReader reader, CancellationToken cancellationToken)
    {
        await using var cursor = new SegmentCursor(reader, reader.Footer.Records, 0);
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            Check(cursor.Current);
        }

        foreach (var key in ledger.Left())
        {
            Note(lost, key, $"'{key}'");
        }

        if (problems > 0)
        {
            throw Failure(reader);
        }
    }

    private void Check(RunEntry entry)
    {
        if (!ledger.Take(entry.Key, entry.RawHash))
        {
            var key = Encoding.UTF8.GetString(entry.Key);
            Note(surplus, key, $"'{key}'");
        }

        if (InsideOf(entry) is var inside && (inside is null || !KeyText.Equal(inside, entry.Key)))
        {
            var key = Encoding.UTF8.GetString(entry.Key);
            Note(misfiled, key, inside is null ? $"'{key}' holds no record" : $"'{key}' holds '{inside}'");
        }
    }

    private string? InsideOf(RunEntry entry)
    {
        try
        {
            return shape.KeyOf(entry.Record);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private void Note(List<(string Key, string Text)> names, string key, string text)
    {
        problems++;
        if (names.Count < Named)
        {
            names.Add((key, text));
        }
    }

    private SnapshotIntegrityException Failure(SegmentReader reader)
    {
        var parts = new List<string>();
        Append(parts, "lost", lost);
        Append(parts, "doubled or foreign", surplus);
        Append(parts, "misfiled", misfiled);
        var first = lost.Concat(surplus).Concat(misfiled).First().Key;
        return new SnapshotIntegrityException(
            shape.Entity, first, reader.Key.Path, $"the part read back differs from the records that were read: {string.Join("; ", parts)} ({problems} in all).");
    }

    private static void Append(List<string> parts, string what, List<(string Key, string Text)> names)
    {
        if (names.Count > 0)
        {
            parts.Add($"{what}: {string.Join(", ", names.Select(name => name.Text))}");
        }
    }
}
