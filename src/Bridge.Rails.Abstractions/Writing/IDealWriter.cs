using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Writes deals. Every method sends one call and never repeats it.
/// </summary>
/// <remarks>
/// Errors of all methods: <see cref="Errors.RailRejectedException"/> when refused before processing,
/// <see cref="Errors.RailOutcomeUnknownException"/> when nobody can tell, other <see cref="Errors.RailException"/>s as named.
/// </remarks>
public interface IDealWriter
{
    /// <summary>Makes a deal; not idempotent.</summary>
    Task<WriteReceipt> CreateAsync(DealDraft draft, WriteContext context, CancellationToken cancellationToken);

    /// <summary>Deletes a deal; declarative.</summary>
    Task<WriteReceipt> DeleteAsync(DealId deal, WriteContext context, CancellationToken cancellationToken);
}
