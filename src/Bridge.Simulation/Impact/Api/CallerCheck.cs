using System.Text;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Api;

/// <summary>
/// Basic authentication: user is the account's SID, which stands in the path too, password is a token. Bad credentials are
/// 401, a credential that is not meant for the account or is switched off is 403.
/// </summary>
internal sealed class CallerCheck(ImpactWorld world)
{
    private readonly ApiErrors errors = new(world);

    /// <summary>The caller, or the refusal.</summary>
    public (Caller? Caller, ApiReply? Refusal) Check(SimulatedRequest request)
    {
        var path = Segments(request.Path);
        if (path.Count < 2 || path[0] is not ("Advertisers" or "Agencies"))
            return (null, errors.Platform(404, "No such resource."));
        if (Credential(request.Header("Authorization")) is not var (user, password) || Find(user, password) is not { } token)
            return (null, errors.Message(401, "Authentication failed. Check the Account SID and the Auth Token."));

        var isAgency = path[0] == "Agencies";
        if (!string.Equals(user, path[1], StringComparison.Ordinal) || isAgency != IsAgency(user))
            return (null, errors.Platform(403, "The credential does not give access to this account."));
        if (!token.Enabled)
            return (null, errors.Platform(403, "The token is disabled."));

        return (new Caller(user, token, isAgency, [.. path.Skip(2)]), null);
    }

    private bool IsAgency(string sid) => world.Seed.Agency?.Sid == sid;

    private ImpactToken? Find(string sid, string password)
    {
        var tokens = world.Brands.TryGetValue(sid, out var brand) ? brand.Seed.Tokens : IsAgency(sid) ? world.Seed.Agency!.Tokens : [];
        return tokens.FirstOrDefault(token => string.Equals(token.Value, password, StringComparison.Ordinal));
    }

    private static (string User, string Password)? Credential(string? header)
    {
        const string scheme = "Basic ";
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), bytes, out var length))
            return null;

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    private static List<string> Segments(string path)
    {
        const string suffix = ".json";
        var plain = path.EndsWith(suffix, StringComparison.Ordinal) ? path[..^suffix.Length] : path;
        return [.. plain.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
    }
}
