namespace Bridge.Rails.Abstractions.Errors;

/// <summary>The rail refuses the call because of its rate limit. The pacer already waits for the hint.</summary>
public sealed class RailRateLimitedException : RailException
{
    /// <summary>Creates the error.</summary>
    public RailRateLimitedException(RailErrorContext context, Exception? innerException = null)
        : base("the rate limit of the account is reached.", context, innerException)
    {
    }

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.RateLimited;
}
