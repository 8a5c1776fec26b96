using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Writes partner groups. Every method sends one call and never repeats it.
/// </summary>
/// <remarks>
/// Errors of all methods: <see cref="Errors.RailRejectedException"/> when refused before processing,
/// <see cref="Errors.RailOutcomeUnknownException"/> when nobody can tell, other <see cref="Errors.RailException"/>s as named.
/// </remarks>
public interface IPartnerGroupWriter
{
    /// <summary>Makes a group.</summary>
    Task<WriteReceipt> CreateAsync(PartnerGroupDraft draft, WriteContext context, CancellationToken cancellationToken);

    /// <summary>Adds partners; declarative.</summary>
    Task<WriteReceipt> AddMembersAsync(GroupMembership membership, WriteContext context, CancellationToken cancellationToken);

    /// <summary>Takes partners out; declarative.</summary>
    Task<WriteReceipt> RemoveMembersAsync(GroupMembership membership, WriteContext context, CancellationToken cancellationToken);

    /// <summary>Deletes a group; declarative.</summary>
    Task<WriteReceipt> DeleteAsync(PartnerGroupId group, WriteContext context, CancellationToken cancellationToken);
}
