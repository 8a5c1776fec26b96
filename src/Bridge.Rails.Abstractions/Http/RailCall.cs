using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>One logical call on its way through the handlers: what was declared, and what became of it so far.</summary>
internal sealed class RailCall(RailHttpOptions options, RailRequest request, Uri address, bool streamed)
{
    private static readonly HttpRequestOptionsKey<RailCall> Key = new("Bridge.RailCall");

    internal RailRequest Request { get; } = request;

    /// <summary>The address without credential.</summary>
    internal Uri Address { get; } = address;

    /// <summary>Whether the body is left unread for the caller.</summary>
    internal bool Streamed { get; } = streamed;

    /// <summary>Permit of the present attempt.</summary>
    internal RateGrant? Grant { get; set; }

    /// <summary>Whether the present attempt was handed to the socket layer.</summary>
    internal bool Left { get; set; }

    internal int Attempts { get; set; }

    internal int? Status { get; set; }

    internal static RailCall Of(HttpRequestMessage message) =>
        message.Options.TryGetValue(Key, out var call)
            ? call
            : throw new InvalidOperationException("The request is not marked as read or write; send it through RailHttpClient.");

    internal void AttachTo(HttpRequestMessage message)
    {
        message.Options.Set(Key, this);
        Request.AttachTo(message);
    }

    internal RailErrorContext Context(int? status = null, TimeSpan? retryAfter = null) => new()
    {
        Rail = options.Rail,
        Connection = options.Connection,
        Operation = Request.Operation,
        Status = status,
        RetryAfter = retryAfter,
    };

    /// <summary>The end of an attempt that brought no whole answer: unclear for a write that left, unavailable for everything else.</summary>
    internal RailException NoAnswer(string reason, Exception? cause = null) => Left && Request.IsWrite
        ? new RailOutcomeUnknownException(Context(Status), reason, cause)
        : new RailUnavailableException(Context(), neverSent: !Left, cause);

    /// <summary>An answer that cannot be what was promised: unclear for a write.</summary>
    internal RailException Broken(string rule) => Request.IsWrite
        ? new RailOutcomeUnknownException(Context(Status), rule)
        : new RailContractException(Context(Status), rule);
}
