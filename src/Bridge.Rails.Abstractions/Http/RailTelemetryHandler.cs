using System.Diagnostics;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>Outermost: one trace, one log line and one measurement per logical call, whatever happens below.</summary>
internal sealed class RailTelemetryHandler(RailHttpOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        var begun = options.Time.GetTimestamp();
        using var activity = RailTelemetry.Source.StartActivity($"rail {call.Request.Operation}", ActivityKind.Client);
        activity?.SetTag("bridge.rail", options.Rail)
            .SetTag("bridge.connection", options.Connection)
            .SetTag("bridge.operation", call.Request.Operation)
            .SetTag("url.template", call.Request.PathTemplate);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Record(call, request.Method.Method, begun, "ok", activity);
            return response;
        }
        catch (Exception exception)
        {
            Record(call, request.Method.Method, begun, Outcome(exception), activity);
            throw;
        }
    }

    private static string Outcome(Exception exception) => exception switch
    {
        RailException rail => rail.Kind.ToString(),
        WriteRefusedException => "WriteRefused",
        OperationCanceledException => "Cancelled",
        _ => exception.GetType().Name,
    };

    private void Record(RailCall call, string method, long begun, string outcome, Activity? activity)
    {
        var taken = options.Time.GetElapsedTime(begun);
        var tags = new TagList
        {
            { "bridge.rail", options.Rail },
            { "bridge.connection", options.Connection },
            { "bridge.operation", call.Request.Operation },
            { "bridge.outcome", outcome },
        };
        RailTelemetry.Calls.Add(1, tags);
        RailTelemetry.Attempts.Add(call.Attempts, tags);
        RailTelemetry.Duration.Record(taken.TotalSeconds, tags);
        activity?.SetTag("http.response.status_code", call.Status).SetTag("bridge.outcome", outcome).SetTag("bridge.attempts", call.Attempts);
        var path = call.Request.PathTemplate ?? "-";
        if (outcome == "ok")
        {
            Log.CallDone(options.Logger, options.Rail, options.Connection, call.Request.Operation, method, path, call.Status ?? 0, (long)taken.TotalMilliseconds, call.Attempts);
        }
        else
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome);
            Log.CallFailed(options.Logger, options.Rail, options.Connection, call.Request.Operation, method, path, outcome, call.Status, (long)taken.TotalMilliseconds, call.Attempts);
        }
    }
}
