namespace Bridge.Rails.Abstractions.Errors;

/// <summary>The object addressed does not exist, or this credential may not know it.</summary>
public sealed class RailNotFoundException : RailException
{
    /// <summary>Creates the error.</summary>
    public RailNotFoundException(RailErrorContext context, Exception? innerException = null)
        : base("the object does not exist or is hidden from this credential.", context, innerException)
    {
    }

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.NotFound;
}
