using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>Makes deals for the entire store and deletes them.</summary>
internal sealed class ImpactDealWriter(ImpactClient client, ImpactOptions options, string connection) : IDealWriter
{
    public Task<WriteReceipt> CreateAsync(DealDraft draft, WriteContext context, CancellationToken cancellationToken)
    {
        var form = new ImpactForm(connection, "deals.create")
            .Required("CampaignId", options.ProgramId)
            .Required("Name", draft.Name)
            .Set("Scope", "ENTIRE_STORE")
            .Optional("StartDate", draft.StartsAt is { } start ? ImpactTime.Write(start) : null)
            .Optional("EndDate", draft.EndsAt is { } end ? ImpactTime.Write(end) : null);
        foreach (var (name, value) in DiscountTranslator.Write(draft.Discount))
        {
            form.Required(name, value);
        }

        return client.CreateDealAsync(form.Fields(), context, cancellationToken);
    }

    public Task<WriteReceipt> DeleteAsync(DealId deal, WriteContext context, CancellationToken cancellationToken) =>
        client.DeleteDealAsync(deal.Value, context, cancellationToken);
}
