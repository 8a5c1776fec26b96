namespace Bridge.Rails.Abstractions.Errors;

/// <summary>
/// A write left the process and its end is unclear: it may have been applied, may not, or may still be applied later.
/// It must not be sent again before the rail has been asked.
/// </summary>
public sealed class RailOutcomeUnknownException : RailException
{
    /// <summary>Creates the error.</summary>
    /// <param name="context">Where it happened.</param>
    /// <param name="reason">Why the end is unclear, in plain words, without values of the answer.</param>
    /// <param name="innerException">Cause, only when its own text holds no part of the answer.</param>
    public RailOutcomeUnknownException(RailErrorContext context, string reason, Exception? innerException = null)
        : base($"it is unclear whether the write was applied: {reason}. It is not repeated before the rail has been asked.", context, innerException) =>
        Reason = reason;

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.OutcomeUnknown;

    /// <summary>Why the end is unclear, in plain words.</summary>
    public string Reason { get; }
}
