namespace Bridge.Rails.Abstractions.Errors;

/// <summary>
/// The rail could not be reached (never sent), could not work (5xx, maintenance), or the breaker of the connection is open.
/// A write ends so only when it was certainly not applied; otherwise it ends as <see cref="RailOutcomeUnknownException"/>.
/// </summary>
public sealed class RailUnavailableException : RailException
{
    /// <summary>Creates the error.</summary>
    public RailUnavailableException(RailErrorContext context, bool neverSent = false, Exception? innerException = null)
        : base(neverSent ? "the rail could not be reached; nothing was sent." : "the rail cannot work at the moment.", context, innerException) =>
        NeverSent = neverSent;

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.Unavailable;

    /// <summary>True when no byte of the request left: connection refused, unknown host, TLS failure, open breaker.</summary>
    public bool NeverSent { get; }
}
