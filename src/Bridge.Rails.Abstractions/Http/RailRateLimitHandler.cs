using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Takes a permit for a read, checks the one a write brings, tells the pacer what the answer says, and turns an error answer
/// into its meaning. Inside the repeats, since rails count attempts; outside the attempt timeout, since waiting is not failing.
/// </summary>
internal sealed class RailRateLimitHandler(RailHttpOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        var grant = call.Grant = call.Request.IsWrite ? Brought(call.Request) : await TakeAsync(call.Request, cancellationToken);
        var keep = false;
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            call.Status = (int)response.StatusCode;
            if (!response.IsSuccessStatusCode)
            {
                using (response)
                {
                    throw await JudgeAsync(call, grant, response);
                }
            }

            await options.Pacer.ReportAsync(grant, RateSignalReader.Read(response, refused: false, options.Time.GetUtcNow()), CancellationToken.None);
            keep = call.Streamed;
            return response;
        }
        finally
        {
            // A write that never left gives its permit back to the executor, who owns it.
            if (!keep && (grant.IsSpent || !call.Request.IsWrite))
            {
                grant.Dispose();
            }
        }
    }

    private RateGrant Brought(RailRequest request) => request.Grant is { IsSpent: false } grant && grant.BelongsTo(options.Pacer)
        ? grant
        : throw new InvalidOperationException($"{request.Operation}: the permit of this write was used before or belongs to another rate account. Every attempt needs its own.");

    private Task<RateGrant> TakeAsync(RailRequest request, CancellationToken cancellationToken) =>
        options.Pacer.AcquireAsync(new RateDemand(request.Group, request.Priority, request.Caller ?? options.Connection), cancellationToken);

    private async Task<RailException> JudgeAsync(RailCall call, RateGrant grant, HttpResponseMessage response)
    {
        var now = options.Time.GetUtcNow();
        var hints = RateSignalReader.Read(response, refused: true, now);
        var answer = Answer(call, response, call.Status is 429 or 503 ? hints.Wait : hints.RetryAfter);
        var meaning = options.Classifier?.Invoke(answer) ?? answer.ByStatus();
        var refused = meaning is RailRateLimitedException;
        await options.Pacer.ReportAsync(grant, refused ? hints : RateSignalReader.Read(response, refused: false, now), CancellationToken.None);
        if (refused && hints.Capped)
        {
            Log.HintCapped(options.Logger, options.Rail, options.Connection, options.Pacer.Account);
        }

        if (meaning is RailUnavailableException { RetryAfter: { } pause })
        {
            options.Pacer.Hold(grant, pause);
        }

        return call.Request.IsWrite ? Unclear(call, meaning) ?? meaning : meaning;
    }

    private RailErrorResponse Answer(RailCall call, HttpResponseMessage response, TimeSpan? retryAfter) => new()
    {
        Context = call.Context(call.Status, retryAfter),
        IsWrite = call.Request.IsWrite,
        Body = ((BufferedContent)response.Content).Bytes,
        Headers = ResponseHeaders.Of(response),
        Secrets = [.. options.Credential.Secrets.Select(secret => secret.Reveal())],
    };

    private RailOutcomeUnknownException? Unclear(RailCall call, RailException meaning) => meaning switch
    {
        RailUnavailableException when options.Profile.PreProcessingStatuses.Value.Contains(call.Status ?? 0) => null,
        RailUnavailableException => new(Context(call, meaning), "the rail answered with a server error, which may come after the work"),
        RailContractException broken => new(Context(call, meaning), broken.Rule),
        _ => null,
    };

    private static RailErrorContext Context(RailCall call, RailException meaning) =>
        call.Context(meaning.Status, meaning.RetryAfter) with { RailCode = meaning.RailCode, RailMessage = meaning.RailMessage };
}
