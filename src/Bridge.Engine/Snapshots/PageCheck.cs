using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Snapshots;

/// <summary>The row law of one page: rows = records + totals + duplicates + unreadable, and the records are there.</summary>
internal static class PageCheck
{
    public static void Check<T>(IRecordCodec<T> codec, ReadPage<T> page, long number)
    {
        var rows = page.Rows;
        if (rows.Balanced && rows.Records == page.Records.Count)
        {
            return;
        }

        var place = page.Raw is { } raw ? $"page {number} ({raw.Name})" : $"page {number}";
        var doubled = DoubledKey(codec, page);
        var (first, last) = page.Records.Count == 0
            ? ("nothing", "nothing")
            : ($"'{codec.KeyOf(page.Records[0].Record)}'", $"'{codec.KeyOf(page.Records[^1].Record)}'");
        var account = $"{rows.Rows} rows = {rows.Records} records + {rows.Totals} totals + {rows.Duplicates} duplicates + {rows.Unreadable} unreadable";
        var problem = rows.Balanced
            ? $"it counts {rows.Records} records and holds {page.Records.Count}, from {first} to {last}" +
              (doubled is null ? "." : $"; '{doubled}' is there twice from the same raw row.")
            : $"{account} does not balance; it holds records from {first} to {last}.";
        throw new SnapshotIntegrityException(codec.Entity, doubled, place, problem);
    }

    private static string? DoubledKey<T>(IRecordCodec<T> codec, ReadPage<T> page)
    {
        var seen = new HashSet<(string Key, string RawHash)>();
        return page.Records
            .Select(read => (Key: codec.KeyOf(read.Record), read.RawHash))
            .Where(line => !seen.Add(line))
            .Select(line => line.Key)
            .FirstOrDefault();
    }
}
