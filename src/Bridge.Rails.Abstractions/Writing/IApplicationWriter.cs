namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Decides applications. Every method sends one call and never repeats it.
/// </summary>
/// <remarks>
/// Errors of all methods: <see cref="Errors.RailRejectedException"/> when refused before processing,
/// <see cref="Errors.RailOutcomeUnknownException"/> when nobody can tell, other <see cref="Errors.RailException"/>s as named.
/// </remarks>
public interface IApplicationWriter
{
    /// <summary>Accepts or declines; final.</summary>
    /// <exception cref="Errors.RailConflictException">The application was already decided.</exception>
    Task<WriteReceipt> DecideAsync(ApplicationDecision decision, WriteContext context, CancellationToken cancellationToken);
}
