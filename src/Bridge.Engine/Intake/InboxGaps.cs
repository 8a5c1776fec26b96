using System.Globalization;
using Bridge.Rails.Abstractions.Intake;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Intake;

/// <summary>What is missing by the rail's own list of tables.</summary>
internal sealed class InboxGaps(InboxSource source, IReadOnlyList<InboxItem> items)
{
    /// <summary>Missing files, those that block first, then keys that a file does not cover, then time that is too short.</summary>
    public IReadOnlyList<InboxGap> Find()
    {
        var missing = source.Rail.Tables.Where(schema => !source.NeedsNo(schema) && !items.Any(item => item.Schema?.Name == schema.Name)).ToList();
        return
        [
            .. missing.Where(schema => schema.Required).Select(Missing),
            .. source.Rail.Tables.Where(schema => schema.Covers is not null).SelectMany(Uncovered),
            .. missing.Where(schema => !schema.Required).Select(Missing),
            .. source.Rail.Tables.Select(Short).OfType<InboxGap>(),
        ];
    }

    private InboxGap Missing(TableSchema schema)
    {
        var keys = schema.Covers is { } covers ? KeysOf(covers.Of).Order(StringComparer.Ordinal).ToList() : [];
        return new InboxGap(schema, schema.Required, $"No {schema.Title}. {schema.Without} {schema.Origin}", keys);
    }

    private IEnumerable<InboxGap> Uncovered(TableSchema schema)
    {
        var covering = items.Where(item => item.Schema?.Name == schema.Name && item.Scan is not null).ToList();
        if (covering.Count == 0)
        {
            yield break;
        }

        var known = covering.SelectMany(item => item.Scan!.Keys).ToHashSet(StringComparer.Ordinal);
        var left = KeysOf(schema.Covers!.Of).Where(key => !known.Contains(key)).Order(StringComparer.Ordinal).ToList();
        if (left.Count > 0)
        {
            yield return new InboxGap(schema, Blocks: false, string.Create(CultureInfo.InvariantCulture, $"{left.Count} of the {Title(schema.Covers.Of)} are not in the {schema.Title}. {schema.Covers.Consequence}"), left);
        }
    }

    private InboxGap? Short(TableSchema schema)
    {
        var scans = items.Where(item => item.Schema?.Name == schema.Name).Select(item => item.Scan).OfType<TableScan>().ToList();
        return Inbox.Covered(scans) is { Enough: false } covered
            ? new InboxGap(
                schema, Blocks: false, string.Create(CultureInfo.InvariantCulture, $"The {schema.Title} covers {covered.Months} months; twelve to twenty-four are needed to rank partners and to compare afterwards."), [])
            : null;
    }

    private HashSet<string> KeysOf(string kind) =>
        items.Where(item => item.Schema?.Name == kind && item.Scan is not null).SelectMany(item => item.Scan!.Keys).ToHashSet(StringComparer.Ordinal);

    private string Title(string kind) => source.Rail.Tables.First(schema => schema.Name == kind).Title;
}
