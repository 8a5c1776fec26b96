namespace Bridge.Simulation.Hosting.Faults;

/// <summary>
/// One fault to inject: which requests it meets, what it does, how often. A condition that is null meets every request.
/// Requests are counted per rule, so that ordinal 3 of kind <c>code.create</c> is the third creation of a code.
/// </summary>
public sealed record FaultRule
{
    /// <summary>HTTP verb in upper case.</summary>
    public string? Verb { get; init; }

    /// <summary>Beginning of the path, case-sensitive.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>The rail's own name for the operation, for example <c>link.create</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>First request, counted from 1 among those that meet the conditions, that the fault hits.</summary>
    public int Ordinal { get; init; } = 1;

    /// <summary>How many requests in a row it hits; null for ever.</summary>
    public int? Times { get; init; } = 1;

    /// <summary>What happens.</summary>
    public required FaultAction Action { get; init; }

    /// <summary>Status of <see cref="FaultAction.RefuseBeforeProcessing"/> and <see cref="FaultAction.AppliedStatus"/>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Extra time of <see cref="FaultAction.Slow"/>, on the rail's clock.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Headers that replace or join those of the answer, for example another throttle dialect.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    internal bool Meets(SimulatedRequest request, string? kind) =>
        (Verb is null || string.Equals(Verb, request.Method, StringComparison.Ordinal))
        && (PathPrefix is null || request.Path.StartsWith(PathPrefix, StringComparison.Ordinal))
        && (Kind is null || string.Equals(Kind, kind, StringComparison.Ordinal));

    internal bool Hits(int count) => count >= Ordinal && (Times is not { } times || count < (long)Ordinal + times);
}
