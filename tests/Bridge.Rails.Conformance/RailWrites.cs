using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Conformance;

/// <summary>Permits and intents for writes in tests, taken as the executor takes them.</summary>
public static class RailWrites
{
    /// <summary>A permit of the connection's budget and an intent.</summary>
    public static async Task<WriteContext> ContextAsync(this IRail rail, string operationId = "op-1")
    {
        var budget = rail.Port<IWriteBudget>() ?? throw new InvalidOperationException($"{rail.Descriptor.Id} writes and hands out no permits.");
        return new WriteContext(new WriteIntent(operationId, Attempt: 1, Epoch: 1), await budget.AcquireAsync(CancellationToken.None));
    }
}
