using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Partners;

namespace Bridge.Engine.Execution;

/// <summary>What a listing of the target shows of one partner; as small as probes and guards allow.</summary>
public sealed class ObservedPartner
{
    /// <summary>Native id.</summary>
    public required string Id { get; init; }

    /// <summary>State in the program.</summary>
    public required PartnerStatus Status { get; init; }

    /// <summary>True when it takes part in the program.</summary>
    public required bool InProgram { get; init; }

    /// <summary>Reference values.</summary>
    public required ValueList<ExternalReference> References { get; init; }

    /// <summary>Groups.</summary>
    public required ValueList<PartnerGroupId> Groups { get; init; }

    /// <summary>Contracts of every state.</summary>
    public List<Contract> Contracts { get; } = [];

    /// <summary>The contract in force, or null.</summary>
    public Contract? Active => Contracts.FirstOrDefault(contract => contract.Status == ContractStatus.Active);

    /// <summary>True when the partner refused and has nothing else open.</summary>
    public bool Refused => Contracts.Exists(contract => contract.Status == ContractStatus.Declined)
        && !Contracts.Exists(contract => contract.Status is ContractStatus.Active or ContractStatus.Pending or ContractStatus.Upcoming);
}
