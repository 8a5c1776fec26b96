namespace Bridge.Simulation.Hosting;

/// <summary>One HTTP answer of a simulated rail.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Headers to send, content type included.</param>
/// <param name="Body">Body bytes.</param>
public sealed record SimulatedResponse(
    int Status,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>What happens to this answer on its way back.</summary>
    public ResponseFate Fate { get; init; } = ResponseFate.Delivered;

    /// <summary>How long the rail takes before it answers, on the rail's own clock.</summary>
    public TimeSpan Latency { get; init; }
}
