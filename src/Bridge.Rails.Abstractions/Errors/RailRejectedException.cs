namespace Bridge.Rails.Abstractions.Errors;

/// <summary>The rail read the request and refuses its content (validation). Sending the same again gives the same answer.</summary>
public sealed class RailRejectedException : RailException
{
    /// <summary>Creates the error.</summary>
    public RailRejectedException(RailErrorContext context, IReadOnlyList<RailFieldError>? fieldErrors = null, Exception? innerException = null)
        : base(Meaning(fieldErrors), context, innerException) =>
        FieldErrors = [.. (fieldErrors ?? []).Select(Clean)];

    /// <inheritdoc/>
    public override RailErrorKind Kind => RailErrorKind.Rejected;

    /// <summary>The rail's complaints per field, cleaned, in its order; empty when it named no field.</summary>
    public IReadOnlyList<RailFieldError> FieldErrors { get; }

    private static string Meaning(IReadOnlyList<RailFieldError>? fieldErrors)
    {
        const string Base = "the rail refuses the content of the request.";
        if (fieldErrors is null or { Count: 0 })
        {
            return Base;
        }

        var shown = fieldErrors.Take(5).Select(Clean).Select(error => $"{error.Field}: {error.Message}");
        return $"{Base} Fields: {string.Join("; ", shown)}.";
    }

    private static RailFieldError Clean(RailFieldError error) =>
        new(RailMessageText.CleanCode(error.Field) ?? "", RailMessageText.Clean(error.Message) ?? "");
}
