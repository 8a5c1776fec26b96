using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Writing;

/// <summary>Finds deals of the program by name, those that have ended excepted.</summary>
internal sealed class DealLookup(ImpactClient client, ImpactPages pages) : IWriteLookup<DealDraft>
{
    public async Task<IReadOnlyList<FoundObject>> FindAsync(DealDraft draft, CancellationToken cancellationToken)
    {
        var found = new List<FoundObject>();
        await foreach (var page in pages.ListAsync("deals.list", (address, token) => client.ListDealsAsync(address, null, token), cancellationToken))
        {
            found.AddRange(page.Rows
                .Select(row => ImpactRows.Read(row, ImpactJson.Default.WireDeal))
                .Where(deal => deal.Id is not null && string.Equals(deal.Name?.Trim(), draft.Name.Trim(), StringComparison.Ordinal)
                    && !string.Equals(deal.State, "EXPIRED", StringComparison.OrdinalIgnoreCase))
                .Select(deal => new FoundObject(deal.Id!, null, IsEqual(draft, deal))));
        }

        return found;
    }

    private static bool IsEqual(DealDraft draft, WireDeal deal)
    {
        var losses = new LossLog();
        return (draft.Discount is null || DiscountTranslator.Read(deal, losses) == draft.Discount)
            && (draft.StartsAt is null || ImpactTime.Read(deal.StartDate, "startsAt", losses) == draft.StartsAt)
            && (draft.EndsAt is null || ImpactTime.Read(deal.EndDate, "endsAt", losses) == draft.EndsAt);
    }
}
