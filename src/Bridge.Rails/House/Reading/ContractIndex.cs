using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>
/// Which rows make a contract together. Rows of one contract may stand anywhere; the contract is made with its last one. Holds the
/// id and about 24 bytes per row: some 30 MB for 100,000 contracts of three rows. Rows wait only while their contract is open.
/// </summary>
internal sealed class ContractIndex
{
    private readonly Dictionary<string, List<RowPlace>> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TableRow>> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> files = new(StringComparer.Ordinal);
    private (long Rows, long Used, long Totals, long Unreadable) counts;

    /// <summary>What became of all rows.</summary>
    public Finding Account() => HouseFindings.Terms(string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Rows} rows read = {places.Count} contracts + {counts.Used - places.Count} further terms of them + {counts.Totals} totals + {counts.Unreadable} unreadable"));

    /// <summary>Looks at all rows once; rows before the cursor whose contract is made behind it are fetched again.</summary>
    public static async Task<ContractIndex> ReadAsync(HouseSource source, TableCursor? after, CancellationToken cancellationToken)
    {
        var index = new ContractIndex();
        var found = source.Files(HouseKind.Contracts, []);
        foreach (var file in found)
        {
            index.files.Add(file.Name, index.files.Count);
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                index.Look(row);
            }
        }

        if (after is not null && index.files.TryGetValue(after.Name, out var number))
        {
            await index.ReopenAsync(source, found, new RowPlace(number, after.Offset, after.Line), cancellationToken);
        }

        return index;
    }

    /// <summary>The contract id of a row that can be used.</summary>
    public static string? IdOf(TableRow row) =>
        row.Damage() is null && !row.IsExample() && row.Text("Contract ID") is { Length: > 0 } id ? id : null;

    /// <summary>All rows of the contract when this is its last one; null while it stays open.</summary>
    public IReadOnlyList<TableRow>? Take(string contract, TableRow row)
    {
        if (!open.TryGetValue(contract, out var rows))
        {
            open.Add(contract, rows = []);
        }

        rows.Add(row);
        if (PlaceOf(row) != places[contract][^1])
        {
            return null;
        }

        open.Remove(contract);
        return rows;
    }

    private RowPlace PlaceOf(TableRow row) => new(files[row.File.Name], row.Offset, row.Line);

    private void Look(TableRow row)
    {
        counts.Rows++;
        if (row.IsTotal() || row.IsExample())
        {
            counts.Totals++;
        }
        else if (IdOf(row) is { } id)
        {
            counts.Used++;
            if (!places.TryGetValue(id, out var list))
            {
                places.Add(id, list = []);
            }

            list.Add(PlaceOf(row));
        }
        else
        {
            counts.Unreadable++;
        }
    }

    private async Task ReopenAsync(HouseSource source, IReadOnlyList<TableFile> found, RowPlace cursor, CancellationToken cancellationToken)
    {
        var waiting = places
            .Where(contract => !Before(contract.Value[^1], cursor))
            .SelectMany(contract => contract.Value.Where(place => Before(place, cursor)).Select(place => (contract.Key, Place: place)))
            .OrderBy(row => row.Place.File).ThenBy(row => row.Place.Offset);
        foreach (var file in waiting.GroupBy(row => row.Place.File))
        {
            await using var stream = await found[file.Key].OpenAsync(cancellationToken);
            foreach (var (contract, place) in file)
            {
                if (!open.TryGetValue(contract, out var rows))
                {
                    open.Add(contract, rows = []);
                }

                rows.Add(await source.Pager.RowAtAsync(found[file.Key], stream, place.Offset, place.Line, cancellationToken));
            }
        }
    }

    private static bool Before(RowPlace place, RowPlace cursor) => place.File < cursor.File || (place.File == cursor.File && place.Offset < cursor.Offset);
}
