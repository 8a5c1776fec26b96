namespace Bridge.Rails.Abstractions.Writing;

/// <summary>
/// Writes tracking links. Every method sends one call and never repeats it.
/// </summary>
/// <remarks>
/// Errors of all methods: <see cref="Errors.RailRejectedException"/> when refused before processing,
/// <see cref="Errors.RailOutcomeUnknownException"/> when nobody can tell, other <see cref="Errors.RailException"/>s as named.
/// </remarks>
public interface ITrackingLinkWriter
{
    /// <summary>Makes a link; a repeat makes or returns another one, as the rail declares.</summary>
    Task<WriteReceipt> CreateAsync(TrackingLinkDraft draft, WriteContext context, CancellationToken cancellationToken);
}
