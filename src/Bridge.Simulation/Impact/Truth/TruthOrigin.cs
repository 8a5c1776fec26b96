using System.Security.Cryptography;
using System.Text;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Impact.Truth;

/// <summary>Where a change came from.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Verb">HTTP verb, or PORTAL for a call inside the process.</param>
/// <param name="Path">Path of the request.</param>
/// <param name="RequestHash">
/// Lower-case hex SHA-256 of verb, path, query and body, each followed by a line feed; the query is encoded as sent, names and
/// values percent-encoded and joined in their order.
/// </param>
internal sealed record TruthOrigin(TruthActor Actor, string Verb, string Path, string RequestHash)
{
    public static TruthOrigin Of(TruthActor actor, SimulatedRequest request)
    {
        var query = string.Join('&', request.Query.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{query}\n"));
        hash.AppendData(request.Body.Span);
        hash.AppendData("\n"u8);
        return new TruthOrigin(actor, request.Method, request.Path, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
