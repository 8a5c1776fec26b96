namespace Bridge.Simulation.Hosting;

/// <summary>One HTTP request as a simulated rail sees it, whichever host carried it.</summary>
/// <param name="Method">Verb in upper case.</param>
/// <param name="Path">Path without the query, percent-encoding kept.</param>
/// <param name="Query">Decoded query parameters in order; a name may repeat.</param>
/// <param name="Headers">Header values by name, case-insensitive.</param>
/// <param name="Body">Body bytes, empty when there is none.</param>
public sealed record SimulatedRequest(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>First value of a query parameter, or null.</summary>
    public string? QueryValue(string name) =>
        Query.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Value;

    /// <summary>Value of a header, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
