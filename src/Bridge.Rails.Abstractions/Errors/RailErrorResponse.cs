using System.Text;
using System.Text.Json;

namespace Bridge.Rails.Abstractions.Errors;

/// <summary>One error answer of a rail, as its <see cref="RailErrorClassifier"/> sees it, and the ways to name its meaning.</summary>
public sealed class RailErrorResponse
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Rail, connection, operation, status and wait hint.</summary>
    public required RailErrorContext Context { get; init; }

    /// <summary>Whether the request was a write.</summary>
    public required bool IsWrite { get; init; }

    /// <summary>The body, decompressed; empty when there was none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Headers by name, case-insensitive; several values joined with a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Texts that must not appear in an exception even when the rail echoes them, plain, escaped or in base64: the credential's secrets.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>HTTP status.</summary>
    public int Status => Context.Status ?? 0;

    /// <summary>The body as JSON, read leniently; null when it is empty or not JSON (an HTML page of a gateway, for example).</summary>
    public JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The credential is wrong or lacks a permission.</summary>
    public RailException Authentication(string? code = null, string? message = null) => new RailAuthenticationException(With(code, message));

    /// <summary>A rate limit, whatever the status (Rakuten answers 403). The pacer is told and waits.</summary>
    public RailException RateLimited(string? code = null, string? message = null) => new RailRateLimitedException(With(code, message));

    /// <summary>The content is refused.</summary>
    public RailException Rejected(string? code = null, string? message = null, IReadOnlyList<RailFieldError>? fieldErrors = null) =>
        new RailRejectedException(With(code, message), fieldErrors?.Select(error => new RailFieldError(error.Field, Hide(error.Message) ?? "")).ToList());

    /// <summary>The object does not exist.</summary>
    public RailException NotFound(string? code = null, string? message = null) => new RailNotFoundException(With(code, message));

    /// <summary>The object exists or was decided already.</summary>
    public RailException Conflict(string? code = null, string? message = null) => new RailConflictException(With(code, message));

    /// <summary>The rail cannot work at the moment.</summary>
    public RailException Unavailable(string? code = null, string? message = null) => new RailUnavailableException(With(code, message));

    /// <summary>The answer breaks a promise.</summary>
    public RailException Contract(string rule, string? code = null, string? message = null) => new RailContractException(With(code, message), rule);

    /// <summary>
    /// The kit's default by status: 401 and 403 authentication; 404 and 410 not found; 409 conflict; 429 rate limited;
    /// 408, 425 and 5xx unavailable; other 4xx rejected; 3xx a contract breach, since redirects are not followed.
    /// </summary>
    public RailException ByStatus(string? code = null, string? message = null, IReadOnlyList<RailFieldError>? fieldErrors = null) => Status switch
    {
        401 or 403 => Authentication(code, message),
        404 or 410 => NotFound(code, message),
        409 => Conflict(code, message),
        429 => RateLimited(code, message),
        408 or 425 or >= 500 => Unavailable(code, message),
        >= 400 => Rejected(code, message, fieldErrors),
        >= 300 => Contract("it is a redirect, and redirects are refused so that credentials stay with the rail's own host", code, message),
        _ => Contract("the status is outside the protocol", code, message),
    };

    private RailErrorContext With(string? code, string? message) => Context with { RailCode = Hide(code), RailMessage = Hide(message) };

    private string? Hide(string? text)
    {
        foreach (var secret in Secrets.Where(secret => secret.Length > 0))
        {
            text = text?.Replace(secret, "***", StringComparison.Ordinal)
                .Replace(Uri.EscapeDataString(secret), "***", StringComparison.OrdinalIgnoreCase)
                .Replace(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), "***", StringComparison.Ordinal);
        }

        return text;
    }
}
