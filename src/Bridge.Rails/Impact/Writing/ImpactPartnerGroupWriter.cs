using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Impact.Writing;

/// <summary>Makes and deletes partner groups, adds partners and takes them out.</summary>
internal sealed class ImpactPartnerGroupWriter(ImpactClient client) : IPartnerGroupWriter
{
    public Task<WriteReceipt> CreateAsync(PartnerGroupDraft draft, WriteContext context, CancellationToken cancellationToken) =>
        client.CreateGroupAsync(draft.Name, context, cancellationToken);

    public Task<WriteReceipt> AddMembersAsync(GroupMembership membership, WriteContext context, CancellationToken cancellationToken) =>
        client.ChangeGroupAsync(membership.Group.Require(), "MediaPartnersAdd", Ids(membership), context, cancellationToken);

    public Task<WriteReceipt> RemoveMembersAsync(GroupMembership membership, WriteContext context, CancellationToken cancellationToken) =>
        client.ChangeGroupAsync(membership.Group.Require(), "MediaPartnersRemove", Ids(membership), context, cancellationToken);

    public Task<WriteReceipt> DeleteAsync(PartnerGroupId group, WriteContext context, CancellationToken cancellationToken) =>
        client.DeleteGroupAsync(group.Value, context, cancellationToken);

    private static string Ids(GroupMembership membership) => string.Join(',', membership.Partners.Select(partner => partner.Require()));
}
