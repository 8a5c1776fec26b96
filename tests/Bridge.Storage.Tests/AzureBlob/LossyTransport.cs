using Azure.Core;
using Azure.Core.Pipeline;

namespace Bridge.Storage.Tests.AzureBlob;

/// <summary>A way to the service that loses the answer of one kind of request once: the service has done it, the client cannot know.</summary>
internal sealed class LossyTransport(Func<Request, bool> lose) : HttpClientTransport
{
    private int lost;

    public int Lost => lost;

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await base.ProcessAsync(message);
        if (lose(message.Request) && Interlocked.Increment(ref lost) == 1)
        {
            throw new IOException("The connection was reset.");
        }
    }
}
