using Bridge.Simulation.Hosting;
using Bridge.Simulation.Hosting.Faults;
using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Portal;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact;

/// <summary>
/// The impact.com Brand API v14 as a state machine, with the web app's actions beside it and a log of everything that really
/// changed. Written from the published reference; what that leaves open is a setting.
/// </summary>
public sealed class SimulatedImpact : ISimulatedRail, IDisposable
{
    private readonly Lock gate = new();
    private readonly ImpactWorld world;
    private readonly ImpactApi api;
    private readonly PortalEndpoints control;

    /// <summary>A platform in the state of a seed.</summary>
    public SimulatedImpact(ImpactSeed seed, ImpactSettings settings, TimeProvider time)
    {
        world = new ImpactWorld(seed, settings, time);
        api = new ImpactApi(world);
        Seed = seed;
        Portal = new ImpactPortal(gate, world, world.FirstBrand);
        control = new PortalEndpoints(world, Portal, api, Faults, Requests);
    }

    /// <inheritdoc/>
    public string Rail => "impact";

    /// <summary>The state it started from; account SIDs and tokens are in it.</summary>
    public ImpactSeed Seed { get; }

    /// <summary>What only people can do.</summary>
    public ImpactPortal Portal { get; }

    /// <summary>Everything that changed.</summary>
    public TruthLog Truth => world.Truth;

    /// <summary>Every request of the API, refused ones included.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Faults to inject.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>A program that has been in use for a while, made from a number.</summary>
    public static SimulatedImpact Create(int seed, TimeProvider time, ImpactSettings? settings = null) =>
        new(LivedInSeed.Create(seed, time.GetUtcNow()), settings ?? new ImpactSettings(), time);

    /// <inheritdoc/>
    public SimulatedResponse Handle(SimulatedRequest request)
    {
        lock (gate)
        {
            var now = world.Now;
            world.Advance(now);
            if (PortalEndpoints.Serves(request.Path))
                return control.Handle(request);

            var (account, kind) = api.Describe(request);
            var response = Faults.Run(request, kind, () => api.Handle(request), status => api.Refusal(request, status));
            Requests.Add(new RequestLogEntry(now, request.Method, request.Path, kind, account, response.Status, response.Fate));
            return response;
        }
    }

    /// <summary>The present state as the JSON of <c>GET /__state</c>, for checks.</summary>
    public string State()
    {
        lock (gate)
        {
            world.Advance(world.Now);
            return System.Text.Encoding.UTF8.GetString(StateJson.Write(world, world.FirstBrand));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => world.Truth.Dispose();
}
