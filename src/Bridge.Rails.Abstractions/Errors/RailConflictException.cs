namespace Bridge.Rails.Abstractions.Errors;

/// <summary>The object exists already or was decided already (409). What is there must be looked up; it may be our own earlier write.</summary>
public sealed class RailConflictException : RailException
{
    /// <summary>Creates the error.</summary>
    public RailConflictException(RailErrorContext context, Exception? innerException = null)
        : base("the object exists or was decided already.", context, innerException)
    {
    }

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.Conflict;
}
