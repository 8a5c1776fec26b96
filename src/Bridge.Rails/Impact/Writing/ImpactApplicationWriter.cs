using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Writing;

/// <summary>
/// Accepts and declines applications. The first decision through any channel is final; a second one is answered with 409 and
/// changes nothing. The same call never creates a contract, whatever some public projects say.
/// </summary>
internal sealed class ImpactApplicationWriter(ImpactClient client) : IApplicationWriter
{
    public Task<WriteReceipt> DecideAsync(ApplicationDecision decision, WriteContext context, CancellationToken cancellationToken)
    {
        var wire = new WireDecision
        {
            ContractId = decision.Application.Value,
            GroupId = decision.Groups.Count == 0 ? null : string.Join(',', decision.Groups.Select(group => group.Require())),
            Reason = decision.Accept ? null : decision.Reason,
        };
        return client.DecideAsync(wire, decision.Accept, context, cancellationToken);
    }
}
