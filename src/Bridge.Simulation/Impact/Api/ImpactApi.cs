using System.Globalization;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact.Endpoints;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Api;

/// <summary>The brand's API: from a request through credential, budget, version and scope to an endpoint.</summary>
internal sealed class ImpactApi(ImpactWorld world)
{
    private static readonly int[] Versions = [11, 12, 13, 14];
    private readonly Dictionary<string, RateBudget> budgets = new(StringComparer.Ordinal);
    private readonly CallerCheck callers = new(world);
    private readonly ApiErrors errors = new(world);
    private readonly IReadOnlyList<ApiRoute> routes = ApiRoutes.All;

    public RateBudget Budget(string sid)
    {
        if (!budgets.TryGetValue(sid, out var budget))
            budgets[sid] = budget = new RateBudget(world.Settings);
        return budget;
    }

    /// <summary>What a request is about, before anything is decided.</summary>
    public (string? Account, string? Kind) Describe(SimulatedRequest request)
    {
        var (caller, _) = callers.Check(request);
        return caller is null ? (null, null) : (caller.Sid, Kind(request, caller));
    }

    public SimulatedResponse Handle(SimulatedRequest request)
    {
        var (caller, refusal) = callers.Check(request);
        if (caller is null)
            return Respond(request, refusal!, null);

        var reply = Budget(caller.Sid).TryTake(world.Now) ? Answer(request, caller) : Refuse(429);
        return Respond(request, reply, caller.Sid);
    }

    /// <summary>An answer of the rail's own shape for a status, with its headers, without doing anything.</summary>
    public SimulatedResponse Refusal(SimulatedRequest request, int status) =>
        Respond(request, Refuse(status), callers.Check(request).Caller?.Sid);

    private ApiReply Refuse(int status) => status switch
    {
        401 => errors.Message(401, "Authentication failed. Check the Account SID and the Auth Token."),
        429 => errors.Platform(429, "Rate limit exceeded."),
        _ => errors.Platform(status, "The request could not be processed."),
    };

    private string? Kind(SimulatedRequest request, Caller caller)
    {
        if (caller.IsAgency && caller.Path.Count < 3)
            return "agency.advertisers";

        var below = caller.IsAgency ? [.. caller.Path.Skip(2)] : caller.Path;
        return routes.FirstOrDefault(route => route.Method == Method(request) && route.Match(below) is not null)?.Kind;
    }

    private ApiReply Answer(SimulatedRequest request, Caller caller)
    {
        if (!caller.IsAgency)
            return Answer(request, caller, world.Brands[caller.Sid], caller.Path, $"/Advertisers/{caller.Sid}");
        if (caller.Path.Count == 0 || caller.Path[0] != "Advertisers")
            return errors.Platform(404, "No such resource.");

        var managed = world.Seed.Agency!.BrandSids.Select(sid => world.Brands[sid]).ToList();
        if (caller.Path.Count == 1)
            return request.Method == "GET" ? AgencyEndpoints.List(world, managed) : errors.Platform(405, "Method not allowed.");

        var brand = managed.Find(one => one.Seed.AdvertiserId.ToString(CultureInfo.InvariantCulture) == caller.Path[1]);
        if (brand is null)
            return errors.Message(404, "The advertiser was not found.");
        if (caller.Path.Count == 2)
            return request.Method == "GET" ? AgencyEndpoints.Get(world, brand) : errors.Platform(405, "Method not allowed.");

        return Answer(request, caller, brand, [.. caller.Path.Skip(2)], $"/Agencies/{caller.Sid}/Advertisers/{caller.Path[1]}");
    }

    private ApiReply Answer(SimulatedRequest request, Caller caller, BrandAccount brand, IReadOnlyList<string> path, string prefix)
    {
        var asked = request.Header("IR-Version") ?? request.QueryValue("IrVersion") ?? caller.Token.Version ?? brand.Seed.PinnedVersion;
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || !Versions.Contains(version))
            return errors.Message(400, $"API version {asked} does not exist.");

        var fitting = routes.Where(route => route.Match(path) is not null).ToList();
        if (fitting.Find(route => route.Method == Method(request)) is not { } found)
        {
            // A scoped token knows a method only under the spelling of the path that its category lists.
            return fitting.Count == 0 ? errors.Platform(404, "No such resource.")
                : caller.Token.Categories is not null ? errors.Platform(403, "The token's scopes do not cover this method.")
                : errors.Platform(405, "Method not allowed.");
        }

        if (found.Method != "GET" && !caller.Token.MayWrite)
            return errors.Platform(403, "The token is read-only.");
        if (caller.Token.Categories is { } categories && !categories.Contains(found.Category))
            return errors.Platform(403, $"The token has no access to {found.Category}.");

        if (caller.Token.Programs is { } programs && found.Pattern.Split('/')[0] is ("Campaigns" or "Programs") && found.Match(path) is [var program, ..] && !programs.Any(id => id.ToString(CultureInfo.InvariantCulture) == program))
            return errors.Platform(403, "The token has no access to this program.");

        return found.Handle(new ApiCall
        {
            Request = request,
            World = world,
            Brand = brand,
            Prefix = prefix,
            IsPassThrough = caller.IsAgency,
            Version = version,
            Now = world.Now,
            Arguments = found.Match(path)!,
        });
    }

    /// <summary>The verb, or the one that a client without PUT and DELETE names in <c>_method</c>.</summary>
    private static string Method(SimulatedRequest request) =>
        request.Method == "POST" ? CallFields.Read(request).Text("_method")?.ToUpperInvariant() ?? "POST" : request.Method;

    private SimulatedResponse Respond(SimulatedRequest request, ApiReply reply, string? account)
    {
        var asksJson = request.Path.EndsWith(".json", StringComparison.Ordinal)
            || request.Header("Accept")?.Contains("application/json", StringComparison.OrdinalIgnoreCase) == true;
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Content-Type", asksJson ? "application/json;charset=UTF-8" : "application/xml;charset=UTF-8"),
        };
        if (account is not null)
            headers.AddRange(Budget(account).Headers(world.Now));
        return new SimulatedResponse(reply.Status, headers, asksJson ? reply.Json : XmlBody.From(reply.Json))
        {
            Latency = world.Settings.Latency,
        };
    }
}
