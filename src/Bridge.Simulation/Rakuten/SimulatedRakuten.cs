using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten.Api;
using Bridge.Simulation.Rakuten.Generation;

namespace Bridge.Simulation.Rakuten;

/// <summary>
/// The endpoints of Rakuten Advertising that a brand can read from: token, offers, commissioning lists and partnerships through
/// its own publisher account (rakuten.md 2 to 5), and the Reporting API. Nothing can be written. The data is that of a pack.
/// </summary>
public sealed class SimulatedRakuten : ISimulatedRail
{
    private readonly SimulatedRakutenOptions _options;
    private readonly TimeProvider _time;
    private readonly TokenDesk _tokens;
    private readonly CallLimit _limit;
    private readonly OfferDesk _offers;
    private readonly ListDesk _lists;
    private readonly PartnershipDesk _partnerships;
    private readonly ReportDesk _reports;
    private readonly List<SimulatedRakutenCall> _calls = [];

    /// <param name="pack">The program.</param>
    /// <param name="options">Behaviour and credentials.</param>
    /// <param name="timeProvider">The rail's clock: token life, rate window, report time.</param>
    public SimulatedRakuten(RakutenPack pack, SimulatedRakutenOptions options, TimeProvider timeProvider)
    {
        _options = options;
        _time = timeProvider;
        _tokens = new TokenDesk(options, new SeedMixer(pack.Options.Seed), timeProvider);
        _limit = new CallLimit(options.CallsPerMinute, timeProvider);
        var house = new HouseView(pack, options);
        _offers = new OfferDesk(house, options);
        _lists = new ListDesk(house, options, timeProvider);
        _partnerships = new PartnershipDesk(house, options);
        _reports = new ReportDesk(pack, options, timeProvider);
    }

    /// <inheritdoc/>
    public string Rail => "rakuten";

    /// <summary>Every call so far, for rate audits.</summary>
    public IReadOnlyList<SimulatedRakutenCall> Calls => _calls;

    /// <inheritdoc/>
    public SimulatedResponse Handle(SimulatedRequest request)
    {
        var at = _time.GetUtcNow();
        var response = Route(request);
        _calls.Add(new(at, request.Method, request.Path, response.Status));
        return response;
    }

    private SimulatedResponse Route(SimulatedRequest request)
    {
        string[] path = [.. request.Path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        return path switch
        {
            ["token"] => Only("POST", request, _tokens.Issue),
            ["v1", .. var rest] => Only("GET", request, call => Api(rest, call)),
            [var language, "reports", var key, "filters"] => Only("GET", request, call => _reports.Run(language, key, call)),
            _ => Fault(request, 404, 404, "Not Found", "No resource answers to this path."),
        };
    }

    private SimulatedResponse Only(string method, SimulatedRequest request, Func<SimulatedRequest, SimulatedResponse> answer) =>
        request.Method == method
            ? answer(request)
            : Fault(request, 405, 405, "Method Not Allowed", $"This resource answers to {method} alone.");

    private SimulatedResponse Api(string[] path, SimulatedRequest request)
    {
        if (_tokens.Refuse(request) is { } refusal)
        {
            return refusal;
        }

        if (!_limit.TryTake())
        {
            return Fault(request, 403, 900800, "Message throttled out", "You have exceeded your quota of calls per minute.");
        }

        if (!_options.Entitled)
        {
            return Fault(request, 403, 900908, "Resource forbidden", "User is NOT authorized to consume the service.");
        }

        return path switch
        {
            ["offers"] => _offers.List(request),
            ["offers", var goid] => _offers.One(goid),
            ["commissioninglists"] => _lists.List(request),
            ["commissioninglists", var id] => _lists.One(id),
            ["partnerships"] => _partnerships.List(request),
            ["partnerships", var advertiser] => _partnerships.One(advertiser),
            _ => Replies.NotFound("resource"),
        };
    }

    private SimulatedResponse Fault(SimulatedRequest request, int status, int code, string message, string description) =>
        Replies.Fault(request, _options, status, code, message, description);
}
