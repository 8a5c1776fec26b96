namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Writes partners. Every method sends one call and never repeats it.
/// </summary>
/// <remarks>
/// Errors of all methods: <see cref="Errors.RailRejectedException"/> when refused before processing,
/// <see cref="Errors.RailOutcomeUnknownException"/> when nobody can tell, other <see cref="Errors.RailException"/>s as named.
/// </remarks>
public interface IPartnerWriter
{
    /// <summary>Makes a new account with a contract; not idempotent.</summary>
    Task<WriteReceipt> CreateAsync(PartnerDraft draft, WriteContext context, CancellationToken cancellationToken);

    /// <summary>Sets the reference values; declarative.</summary>
    Task<WriteReceipt> AmendAsync(PartnerAmendment amendment, WriteContext context, CancellationToken cancellationToken);
}
