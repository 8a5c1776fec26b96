using Bridge.Rails.Abstractions.Errors;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Deadline, repeats and breaker for reads; the breaker alone for writes, which pass once whatever happens. Below this
/// handler an error is an exception by meaning, so the predicates name meanings.
/// </summary>
internal sealed class RailResilienceHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<RailCall> CallKey = new("Bridge.RailCall");
    private readonly RailHttpOptions options;
    private readonly Random jitter;
    private readonly ResiliencePipeline<HttpResponseMessage> reads;
    private readonly ResiliencePipeline<HttpResponseMessage> writes;

    internal RailResilienceHandler(RailHttpOptions options)
    {
        this.options = options;
        jitter = new Random(options.JitterSeed);
        var profile = options.Profile;
        writes = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Time }
            .AddCircuitBreaker(new()
            {
                FailureRatio = (double)profile.BreakerFailureRatio.Value,
                MinimumThroughput = profile.BreakerMinimumCalls.Value,
                SamplingDuration = profile.BreakerSampling.Value,
                BreakDuration = profile.BreakerPause.Value,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<RailUnavailableException>().Handle<RailOutcomeUnknownException>(),
            })
            .Build();
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = profile.ReadDeadline.Value });
        if (profile.MaxReadAttempts.Value > 1)
        {
            builder.AddRetry(Repeats(profile));
        }

        reads = builder.AddPipeline(writes).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        var context = ResilienceContextPool.Shared.Get(call.Request.Operation, continueOnCapturedContext: true, cancellationToken);
        context.Properties.Set(CallKey, call);
        try
        {
            var pipeline = call.Request.IsWrite ? writes : reads;
            return await pipeline.ExecuteAsync(
                static (inner, state) => new ValueTask<HttpResponseMessage>(state.Handler.AttemptAsync(state.Request, inner.CancellationToken)),
                context,
                (Handler: this, Request: request));
        }
        catch (BrokenCircuitException open)
        {
            var wait = open.RetryAfter ?? options.Profile.BreakerPause.Value;
            Log.BreakerOpen(options.Logger, options.Rail, options.Connection, call.Request.Operation, (long)wait.TotalMilliseconds);
            throw new RailUnavailableException(call.Context(retryAfter: wait), neverSent: true);
        }
        catch (TimeoutRejectedException)
        {
            throw new RailUnavailableException(call.Context(call.Status), neverSent: !call.Left);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        call.Left = false;
        call.Status = null;
        call.Attempts++;
        return base.SendAsync(request, cancellationToken);
    }

    private RetryStrategyOptions<HttpResponseMessage> Repeats(RailHttpProfile profile) => new()
    {
        MaxRetryAttempts = profile.MaxReadAttempts.Value - 1,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Randomizer = NextJitter,
        Delay = profile.BackoffBase.Value,
        MaxDelay = profile.BackoffCap.Value,
        ShouldHandle = arguments => ValueTask.FromResult(ShouldRepeat(arguments.Outcome.Exception, arguments.AttemptNumber)),
        DelayGenerator = arguments => ValueTask.FromResult(Delay(arguments.Outcome.Exception)),
        OnRetry = arguments =>
        {
            var operation = arguments.Context.Properties.TryGetValue(CallKey, out var call) ? call.Request.Operation : "";
            var rail = arguments.Outcome.Exception as RailException;
            Log.Retry(
                options.Logger,
                options.Rail,
                options.Connection,
                operation,
                arguments.AttemptNumber + 1,
                rail?.Kind.ToString() ?? "BreakerOpen",
                rail?.Status,
                (long)arguments.RetryDelay.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
    };

    private bool ShouldRepeat(Exception? exception, int attempt) => exception switch
    {
        RailRateLimitedException => true,
        RailUnavailableException { Status: { } status } => options.Profile.RetryableStatuses.Value.Contains(status),
        RailUnavailableException or BrokenCircuitException => true,
        RailAuthenticationException { Status: 401 } => attempt == 0 && options.Credential.CanRenew,
        _ => false,
    };

    // After a rate refusal the pacer itself holds the next permit back, and a renewed credential needs no wait.
    private static TimeSpan? Delay(Exception? exception) => exception switch
    {
        RailRateLimitedException or RailAuthenticationException => TimeSpan.Zero,
        RailUnavailableException { RetryAfter: { } wait } => wait,
        BrokenCircuitException { RetryAfter: { } wait } => wait,
        _ => null,
    };

    private double NextJitter()
    {
        lock (jitter)
        {
            return jitter.NextDouble();
        }
    }
}
