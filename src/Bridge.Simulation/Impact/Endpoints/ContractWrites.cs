using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The brand's answer to a pending application. The first answer through any channel is final.</summary>
internal static class ContractWrites
{
    public static ApiReply Accept(ApiCall call) => Decide(call, (desk, pending) => desk.Accept(pending));

    public static ApiReply Decline(ApiCall call) => Decide(call, (desk, pending) => desk.Decline(pending));

    private static ApiReply Decide(ApiCall call, Action<ContractDesk, ImpactContract> decision)
    {
        // The calls came with version 13.
        if (call.Version < 13)
            return call.Errors.Platform(404, "No such resource.");
        if (call.ProgramArgument() is not { } program)
            return call.NotFound("program");

        var id = call.Fields.Required("contractId");
        var groups = call.Fields.Numbers("groupId");
        foreach (var unknown in groups.Where(group => !call.Brand.Groups.ContainsKey(group)))
            call.Fields.Error("groupId", $"Group {unknown} does not exist.");
        if (id.Length > 0 && !(id.Length > 2 && id[1] == '-' && id[0] is 'P' or 'S'))
            call.Fields.Error("contractId", "contractId is malformed.");
        if (call.Fields.Errors.Count > 0)
            return call.Invalid();
        if (call.Brand.Contracts.Find(id) is not { } pending || pending.ProgramId != program.Id)
            return call.NotFound("contract");
        if (pending.Status != "PENDING")
            return call.Errors.Message(409, "A decision for this contract has already been recorded.");
        if (pending.Initiator == ContractInitiator.Brand)
            return call.Errors.Message(400, "The contract waits for the partner's decision.");

        decision(new ContractDesk(call.Desk), pending);
        call.Desk.AddToGroups(pending.PartnerId, groups);
        return call.Ok(json => json.Text("Status", "OK"));
    }
}
