namespace Bridge.Rails.Abstractions.Errors;

/// <summary>
/// The rail's answer does not have the promised shape: unreadable or truncated body, a required field missing, a redirect,
/// a body over the size cap, a page that repeats its cursor.
/// </summary>
public sealed class RailContractException : RailException
{
    /// <summary>Creates the error.</summary>
    /// <param name="context">Where it happened.</param>
    /// <param name="rule">Which promise was broken, in plain words, without values of the answer.</param>
    /// <param name="innerException">Cause, only when its own text holds no part of the answer.</param>
    public RailContractException(RailErrorContext context, string rule, Exception? innerException = null)
        : base($"the answer does not have the promised shape: {rule}.", context, innerException) =>
        Rule = rule;

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.Contract;

    /// <summary>The broken promise in plain words.</summary>
    public string Rule { get; }
}
