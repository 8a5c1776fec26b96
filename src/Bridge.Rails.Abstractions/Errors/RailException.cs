using System.Globalization;
using System.Text;

namespace Bridge.Rails.Abstractions.Errors;

/// <summary>
/// A call to a rail did not work. The subclasses are a closed set, one per meaning. The message names rail, connection,
/// operation, meaning and remedy; it never holds a credential, a body or personal data.
/// For a write the law is: a result means applied, <see cref="RailOutcomeUnknownException"/> means unclear, every other
/// rail exception means not applied.
/// </summary>
public abstract class RailException : Exception
{
    private protected RailException(string meaning, RailErrorContext context, Exception? innerException)
        : base(Compose(meaning, context), innerException)
    {
        Rail = context.Rail;
        Connection = context.Connection;
        Operation = context.Operation;
        Status = context.Status;
        RetryAfter = context.RetryAfter;
        RailCode = RailMessageText.CleanCode(context.RailCode);
        RailMessage = RailMessageText.Clean(context.RailMessage);
    }

    /// <summary>The meaning as a value, for storing and for switching.</summary>
    public abstract RailErrorKind Kind { get; }

    /// <summary>Rail id, for example <c>impact</c>.</summary>
    public string Rail { get; }

    /// <summary>Name of the connection in the migration.</summary>
    public string Connection { get; }

    /// <summary>Operation of the client, for example <c>partners.create</c>.</summary>
    public string Operation { get; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public int? Status { get; }

    /// <summary>How long the rail asks to wait; null when it said nothing plausible.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The rail's own error code, cleaned; null when it has none.</summary>
    public string? RailCode { get; }

    /// <summary>The rail's own words, cleaned; null when it said nothing readable.</summary>
    public string? RailMessage { get; }

    private static string Compose(string meaning, RailErrorContext context)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{context.Rail} ({context.Connection}), {context.Operation}: {meaning}");
        if (context.Status is { } status)
        {
            text.Append(CultureInfo.InvariantCulture, $" HTTP {status}.");
        }

        if (RailMessageText.CleanCode(context.RailCode) is { } code)
        {
            text.Append(CultureInfo.InvariantCulture, $" Code {code}.");
        }

        if (RailMessageText.Clean(context.RailMessage) is { } message)
        {
            text.Append(CultureInfo.InvariantCulture, $" The rail says: {message}");
        }

        if (context.RetryAfter is { } wait)
        {
            text.Append(CultureInfo.InvariantCulture, $" It asks to wait {wait.TotalSeconds:0.###} s.");
        }

        return text.ToString();
    }
}
