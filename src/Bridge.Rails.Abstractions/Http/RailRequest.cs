using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// What the client method declares about a request, carried beside it through the handlers. Whether a request is a write
/// is said here and not by the verb: token requests and GraphQL reads are POSTs.
/// </summary>
public sealed record RailRequest
{
    private static readonly HttpRequestOptionsKey<RailRequest> Key = new("Bridge.RailRequest");

    private RailRequest(string operation, bool isWrite)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        Operation = operation;
        IsWrite = isWrite;
    }

    /// <summary>Name of the client operation in lower case with dots, for example <c>partners.create</c>.</summary>
    public string Operation { get; }

    /// <summary>Whether the request changes anything on the rail.</summary>
    public bool IsWrite { get; }

    /// <summary>
    /// Path with placeholders for logs and metrics, for example <c>/Advertisers/{sid}/Partners</c>; null logs none.
    /// The real path is never logged: it may hold account ids and e-mail addresses.
    /// </summary>
    public string? PathTemplate { get; init; }

    /// <summary>Rate group of the request; one of the groups of the connection's <see cref="RailHttpProfile"/>.</summary>
    public string Group { get; init; } = RateGroup.Default;

    /// <summary>Lane of a read in the pacer. A write has its lane from the grant it brings.</summary>
    public CallPriority Priority { get; init; } = CallPriority.Read;

    /// <summary>Whose turn a read takes in the pacer's round; null for the connection's own name.</summary>
    public string? Caller { get; init; }

    /// <summary>True for a read that proves the credential for writes: it is sent with that one. Where a connection has one credential, nothing differs.</summary>
    public bool AsWriter { get; init; }

    /// <summary>The permit a write brings along; null for reads.</summary>
    public RateGrant? Grant { get; private init; }

    /// <summary>The journaled intent a write belongs to; null for reads.</summary>
    public WriteIntent? Intent { get; private init; }

    /// <summary>A request that changes nothing: it may be repeated, and takes its permit inside the handlers.</summary>
    public static RailRequest Read(string operation) => new(operation, isWrite: false);

    /// <summary>A request that changes something: it passes once and needs a permit taken and an intent journaled before.</summary>
    /// <param name="operation">Name of the client operation.</param>
    /// <param name="grant">Permit of the same pacer, not used before.</param>
    /// <param name="intent">The journaled intent; null is always refused by the send gate.</param>
    public static RailRequest Write(string operation, RateGrant grant, WriteIntent? intent)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new(operation, isWrite: true) { Grant = grant, Intent = intent, Group = grant.Group, Priority = grant.Priority };
    }

    /// <summary>The declaration carried by a request, or null when the client method made none (the handlers refuse such a request).</summary>
    public static RailRequest? Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var request) ? request : null;

    /// <summary>Puts the declaration beside a request.</summary>
    public void AttachTo(HttpRequestMessage message) => message.Options.Set(Key, this);
}
