using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>Makes promo codes and expires them. A code cannot be changed: another owner means expire and create.</summary>
internal sealed class ImpactPromoCodeWriter(ImpactClient client, ImpactOptions options, string connection) : IPromoCodeWriter
{
    public Task<WriteReceipt> CreateAsync(PromoCodeDraft draft, WriteContext context, CancellationToken cancellationToken)
    {
        var form = new ImpactForm(connection, "codes.create")
            .Required("AssignedPartnerId", draft.Owner.Require())
            .Required("CampaignId", options.ProgramId)
            .Required("CreditPolicy", draft.CreditPolicy)
            .Required("Code", draft.Code)
            .Set("Type", "LI")
            .Optional("StartDate", draft.StartsAt is { } start ? ImpactTime.Write(start) : null)
            .Optional("EndDate", draft.EndsAt is { } end ? ImpactTime.Write(end) : null)
            .Optional("DealId", draft.Deal?.Require());
        return client.CreateCodeAsync(form.Fields(), context, cancellationToken);
    }

    public Task<WriteReceipt> ExpireAsync(PromoCodeId code, WriteContext context, CancellationToken cancellationToken) =>
        client.ExpireCodeAsync(code.Value, context, cancellationToken);
}
