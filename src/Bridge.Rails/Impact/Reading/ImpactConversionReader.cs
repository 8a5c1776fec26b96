using Bridge.Model.Conversions;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Reading;

/// <summary>
/// Reads actions by the time of their event, window by window (sheet, section 5.6): both ends are always given, the start is
/// at most three years back, pages have 2,000 to 20,000 rows, and a window of more than ten pages is refused and halved.
/// Without a scope the last 90 days are read. Items need a call each and are not read.
/// </summary>
internal sealed class ImpactConversionReader(ImpactClient client, ImpactPages pages, TimeProvider time) : IConversionReader
{
    /// <summary>Rows of a page: ten pages of it are a window's most, and a page of it stays below the size cap of an answer.</summary>
    internal const int PageSize = 10_000;

    private static readonly TimeSpan Default = TimeSpan.FromDays(90);

    public EntityKind Entity => EntityKind.Conversion;

    public IAsyncEnumerable<ReadPage<Conversion>> ReadAsync(ReadScope scope, CancellationToken cancellationToken)
    {
        var end = Second(scope.Until ?? time.GetUtcNow());
        var oldest = Second(time.GetUtcNow().AddYears(-3).AddDays(1));
        var start = Second(scope.From ?? end - Default);
        start = start < oldest ? oldest : start;
        return pages.ReadAsync("actions.list", scope.After, (cursor, token) => PageAsync(cursor, start, end, token), cancellationToken);
    }

    private static DateTimeOffset Second(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());

    private async Task<ReadPage<Conversion>> PageAsync(string? cursor, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var (window, address) = cursor is null ? (ActionWindow.At(start, end, ActionWindow.Longest), null) : ActionWindow.Parse(cursor);
        var (asked, page) = await FetchAsync(window, address, cancellationToken);
        var rows = new RowReading<Conversion>(Entity);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            rows.Add(page.Rows[index], $"{page.Raw.Name}#{index + 1}", (row, losses) =>
            {
                var wire = ImpactRows.Read(row, ImpactJson.Default.WireAction);
                ImpactRows.Need(wire.Id, nameof(WireAction.Id));
                ImpactRows.Need(wire.EventDate, nameof(WireAction.EventDate));
                return ImpactTranslator.Conversion(wire, losses);
            });
        }

        var next = page.Next is not null ? asked.Cursor(page.Next) : asked.Next(end)?.Cursor(null);
        return rows.Page(page.Raw, next, total: null);
    }

    private async Task<(ActionWindow Window, ImpactPage Page)> FetchAsync(ActionWindow window, string? address, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return (window, await client.ListActionsAsync(address, window.From, window.Until, PageSize, cancellationToken));
            }
            catch (RailRejectedException) when (address is null && window.Length > TimeSpan.FromHours(1))
            {
                window = window.Half();
            }
        }
    }
}
