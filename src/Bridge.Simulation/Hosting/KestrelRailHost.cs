using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bridge.Simulation.Hosting;

/// <summary>A simulated rail over real HTTP on the loopback address.</summary>
public sealed class KestrelRailHost : IAsyncDisposable
{
    private const long MaxBody = 64L * 1024 * 1024;
    private readonly WebApplication application;
    private readonly ISimulatedRail rail;
    private readonly TimeProvider time;

    private KestrelRailHost(WebApplication application, ISimulatedRail rail, TimeProvider time)
    {
        this.application = application;
        this.rail = rail;
        this.time = time;
        application.Run(ServeAsync);
    }

    /// <summary>Where the rail listens, for example <c>http://127.0.0.1:5001/</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Starts listening.</summary>
    /// <param name="rail">The rail to serve. It gets one call at a time.</param>
    /// <param name="time">Clock on which answers are delayed; give the rail the same one.</param>
    /// <param name="port">Port on 127.0.0.1, or 0 for any free one.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<KestrelRailHost> StartAsync(
        ISimulatedRail rail, TimeProvider time, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxBody;
            options.Listen(IPAddress.Loopback, port);
        });

        var host = new KestrelRailHost(builder.Build(), rail, time);
        await host.application.StartAsync(cancellationToken);
        var addresses = host.application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        host.BaseUrl = new Uri(addresses!.Addresses.First());
        return host;
    }

    /// <summary>Stops listening; calls in flight are cut.</summary>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var request = await ReadAsync(context);
        SimulatedResponse response;
        lock (rail)
        {
            response = rail.Handle(request);
        }

        if (response.Latency > TimeSpan.Zero)
            await Task.Delay(response.Latency, time, context.RequestAborted);

        await WriteAsync(context, response);
    }

    private static async Task<SimulatedRequest> ReadAsync(HttpContext context)
    {
        var (path, query) = RequestTarget.Split(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [SimulatedHeaders.Scheme] = context.Request.Scheme };
        foreach (var (name, values) in context.Request.Headers)
            headers[name] = string.Join(", ", values.ToArray());

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new SimulatedRequest(context.Request.Method.ToUpperInvariant(), path, query, headers, body.ToArray());
    }

    private static async Task WriteAsync(HttpContext context, SimulatedResponse response)
    {
        if (response.Fate == ResponseFate.Lost || (response.Fate == ResponseFate.Truncated && response.Body.IsEmpty))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            context.Response.Headers.Append(name, value);

        if (!response.Body.IsEmpty)
            context.Response.ContentLength = response.Body.Length;

        var sent = response.Fate == ResponseFate.Truncated ? response.Body[..(response.Body.Length / 2)] : response.Body;
        await context.Response.Body.WriteAsync(sent, context.RequestAborted);
        if (response.Fate == ResponseFate.Truncated)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }
}
