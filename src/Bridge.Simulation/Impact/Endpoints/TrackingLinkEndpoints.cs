using System.Globalization;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>Makes tracking links. There is no list, no change and no end: what is made here is seen once, in the answer.</summary>
internal static class TrackingLinkEndpoints
{
    private const string PathCharacters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public static ApiReply Create(ApiCall call)
    {
        if (call.ProgramArgument() is not { } program)
            return call.NotFound("program");

        var fields = call.Fields;
        var type = fields.OneOf("Type", "Regular", "Vanity") ?? "Regular";
        var partnerId = fields.RequiredNumber("MediaPartnerId");
        var adId = fields.Number("AdId") ?? program.AdIds[0];
        var propertyId = fields.Number("MediaPartnerPropertyId");
        var deepLink = fields.Text("DeepLink", longest: 2048);
        var path = type == "Vanity" ? fields.Text("CustomPath") : null;
        CheckDeepLink(fields, program, deepLink);
        CheckPath(call, program, path);
        if (fields.Errors.Count > 0)
            return call.Invalid();
        if (Refusal(call, program, partnerId!.Value, adId, propertyId, type) is { } refusal)
            return call.Errors.Platform(403, refusal);

        if (type == "Vanity")
            path ??= FreePath(call, program);
        var link = new TrackingLink
        {
            Id = call.World.Ids.Links.Next(),
            ProgramId = program.Id,
            PartnerId = partnerId.Value,
            Type = type,
            CustomPath = path,
            AdId = adId,
            DeepLink = deepLink,
            PropertyId = propertyId,
            Url = Url(program, partnerId.Value, adId, path, deepLink),
            Created = call.Now,
        };
        call.Brand.Links.Add(link, program.TrackingDomain);
        call.Scope.Record("link.create", link.Id.ToString(CultureInfo.InvariantCulture), Truth.TruthShapes.Link(link, call.Brand));
        return call.Ok(json => json.Text("TrackingURL", link.Url));
    }

    private static void CheckDeepLink(CallFields fields, ImpactProgram program, string? deepLink)
    {
        if (deepLink is null)
            return;
        if (!Uri.TryCreate(deepLink, UriKind.Absolute, out _))
            fields.Error("DeepLink", "DeepLink must be a URL.");
        else if (!program.DeepLinking)
            fields.Error("DeepLink", "Deep linking is not enabled for this program.");
        else if (!WebHost.IsPermitted(program.PermittedHosts, deepLink))
            fields.Error("DeepLink", "DeepLink must lead to a permitted domain of this program.");
    }

    private static void CheckPath(ApiCall call, ImpactProgram program, string? path)
    {
        if (path is null)
            return;
        if (!path.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.'))
            call.Fields.Error("CustomPath", "CustomPath may hold letters, digits, hyphens, underscores and dots.");
        else if (call.Brand.Links.IsTaken(program.TrackingDomain, path))
            call.Fields.Error("CustomPath", "CustomPath is already in use.");
    }

    private static string? Refusal(ApiCall call, ImpactProgram program, long partnerId, long adId, long? propertyId, string type)
    {
        if (call.Brand.Contracts.Active(partnerId, program.Id, call.Now) is null)
            return "The media partner has no active contract with this program.";
        if (!program.AdIds.Contains(adId))
            return "The ad does not exist.";
        if (propertyId is { } property && !call.World.Partners.Get(partnerId).Properties.Any(one => one.Id == property))
            return "The media property does not exist.";
        return type == "Vanity" && call.Brand.Links.VanitiesOf(partnerId) >= call.World.Settings.VanityCeiling
            ? "The limit of vanity links has been reached."
            : null;
    }

    private static string FreePath(ApiCall call, ImpactProgram program)
    {
        for (var attempt = 0; ; attempt++)
        {
            var path = string.Concat(Enumerable.Range(0, 7).Select(place => PathCharacters[
                StableHash.Pick(call.World.Seed.Seed, $"path/{call.Brand.Links.All.Count}/{attempt}/{place}", PathCharacters.Length)]));
            if (!call.Brand.Links.IsTaken(program.TrackingDomain, path))
                return path;
        }
    }

    private static string Url(ImpactProgram program, long partnerId, long adId, string? path, string? deepLink)
    {
        if (path is not null)
            return $"https://{program.TrackingDomain}/{path}";

        var url = string.Create(CultureInfo.InvariantCulture, $"https://{program.TrackingDomain}/c/{partnerId}/{adId}/{program.Id}");
        return deepLink is null ? url : $"{url}?u={Uri.EscapeDataString(deepLink)}";
    }
}
