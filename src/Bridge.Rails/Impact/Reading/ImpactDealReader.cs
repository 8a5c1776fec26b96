using Bridge.Model.Identity;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Reads the deals of the program.</summary>
internal sealed class ImpactDealReader(ImpactClient client, ImpactPages pages, string programId) : IDealReader
{
    public EntityKind Entity => EntityKind.Deal;

    public IAsyncEnumerable<ReadPage<Deal>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) =>
        pages.ReadAsync("deals.list", scope.After, PageAsync, cancellationToken);

    private async Task<ReadPage<Deal>> PageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await client.ListDealsAsync(cursor, null, cancellationToken);
        var rows = new RowReading<Deal>(Entity);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            rows.Add(page.Rows[index], $"{page.Raw.Name}#{index + 1}", (row, losses) =>
            {
                var wire = ImpactRows.Read(row, ImpactJson.Default.WireDeal);
                ImpactRows.Need(wire.Id, nameof(WireDeal.Id));
                ImpactRows.OfProgram(wire.CampaignId, programId);
                return ImpactTranslator.Deal(wire, losses);
            });
        }

        return rows.Page(page.Raw, page.Next, page.Total);
    }
}
