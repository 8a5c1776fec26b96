using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Reading;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Writing;

/// <summary>
/// Finds promo codes by text and owner. An expired record is what an earlier rollback left and cannot come back to life: it is
/// not the code that a draft would make, so it is not found.
/// </summary>
internal sealed class PromoCodeLookup(ImpactClient client, ImpactPages pages) : IWriteLookup<PromoCodeDraft>
{
    public async Task<IReadOnlyList<FoundObject>> FindAsync(PromoCodeDraft draft, CancellationToken cancellationToken)
    {
        var found = new List<FoundObject>();
        var list = pages.ListAsync("codes.list", (address, token) => client.ListCodesAsync(address, draft.Code, null, token), cancellationToken);
        await foreach (var page in list)
        {
            found.AddRange(page.Rows
                .Select(row => ImpactRows.Read(row, ImpactJson.Default.WirePromoCode))
                .Where(code => code.Id is not null && code.Code is not null
                    && PromoCode.NormalizeCode(code.Code) == PromoCode.NormalizeCode(draft.Code)
                    && code.AssignedPartnerId == draft.Owner.Id
                    && ImpactWords.PromoCodeStatus(code.State) != PromoCodeStatus.Expired)
                .Select(code => new FoundObject(code.Id!, ImpactTime.Read(code.CreatedDate, "createdAt", new LossLog()), IsEqual(draft, code))));
        }

        return found;
    }

    private static bool IsEqual(PromoCodeDraft draft, WirePromoCode code)
    {
        var losses = new LossLog();
        return code.Code == draft.Code
            && string.Equals(code.CreditPolicy, draft.CreditPolicy, StringComparison.OrdinalIgnoreCase)
            && (draft.Deal is null || code.DealId == draft.Deal.Value.Id)
            && (draft.StartsAt is null || ImpactTime.Read(code.StartDate, "startsAt", losses) == draft.StartsAt)
            && (draft.EndsAt is null || ImpactTime.Read(code.EndDate, "endsAt", losses) == draft.EndsAt);
    }
}
