namespace Bridge.Rails.Abstractions.Errors;

/// <summary>The credential is wrong, expired, disabled or lacks a permission (401, 403).</summary>
public sealed class RailAuthenticationException : RailException
{
    /// <summary>Creates the error.</summary>
    public RailAuthenticationException(RailErrorContext context, Exception? innerException = null)
        : base("the rail refuses the credential. Check it and its permissions, for example with 'bridge doctor'.", context, innerException)
    {
    }

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.Authentication;
}
