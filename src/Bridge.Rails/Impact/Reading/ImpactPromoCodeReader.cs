using Bridge.Model.Identity;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Reads the promo codes of the program, expired ones included.</summary>
internal sealed class ImpactPromoCodeReader(ImpactClient client, ImpactTranslator translator, ImpactPages pages, string programId) : IPromoCodeReader
{
    public EntityKind Entity => EntityKind.PromoCode;

    public IAsyncEnumerable<ReadPage<PromoCode>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) =>
        pages.ReadAsync("codes.list", scope.After, PageAsync, cancellationToken);

    private async Task<ReadPage<PromoCode>> PageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var page = await client.ListCodesAsync(cursor, null, null, cancellationToken);
        var rows = new RowReading<PromoCode>(Entity);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            rows.Add(page.Rows[index], $"{page.Raw.Name}#{index + 1}", (row, losses) =>
            {
                var wire = ImpactRows.Read(row, ImpactJson.Default.WirePromoCode);
                ImpactRows.Need(wire.Id, nameof(WirePromoCode.Id));
                ImpactRows.Need(wire.Code, nameof(WirePromoCode.Code));
                ImpactRows.OfProgram(wire.CampaignId, programId);
                return translator.Code(wire, losses);
            });
        }

        return rows.Page(page.Raw, page.Next, page.Total);
    }
}
