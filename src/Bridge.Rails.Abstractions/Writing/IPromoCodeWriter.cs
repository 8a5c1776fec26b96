using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Writes promo codes. Every method sends one call and never repeats it.
/// </summary>
/// <remarks>
/// Errors of all methods: <see cref="Errors.RailRejectedException"/> when refused before processing,
/// <see cref="Errors.RailOutcomeUnknownException"/> when nobody can tell, other <see cref="Errors.RailException"/>s as named.
/// </remarks>
public interface IPromoCodeWriter
{
    /// <summary>Makes a code; not idempotent.</summary>
    Task<WriteReceipt> CreateAsync(PromoCodeDraft draft, WriteContext context, CancellationToken cancellationToken);

    /// <summary>Ends a code; declarative.</summary>
    Task<WriteReceipt> ExpireAsync(PromoCodeId code, WriteContext context, CancellationToken cancellationToken);
}
