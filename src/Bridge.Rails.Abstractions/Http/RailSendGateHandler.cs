namespace Bridge.Rails.Abstractions.Http;

/// <summary>Innermost: the last look before the socket. A write passes only when its gate lets it; nothing waits behind that.</summary>
internal sealed class RailSendGateHandler(RailHttpOptions options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        cancellationToken.ThrowIfCancellationRequested();
        if (call.Request.IsWrite)
        {
            options.WriteGate.Pass(new(options.Rail, options.Connection, call.Request.Operation, call.Request.Intent, options.Profile.AttemptTimeout.Value));
        }

        if (call.Grant is not { } grant || !options.Pacer.TrySend(grant))
        {
            throw new InvalidOperationException($"{call.Request.Operation}: the permit of this call was used before.");
        }

        call.Left = true;
        return base.SendAsync(request, cancellationToken);
    }
}
