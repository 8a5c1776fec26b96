using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>Moves a partner to other terms, or ends its contract. A partner has one open change at a time.</summary>
internal sealed class ContractSwitch(BrandDesk desk, long programId)
{
    private readonly BrandAccount brand = desk.Brand;
    private readonly DateTimeOffset now = desk.Scope.At;

    /// <summary>
    /// Id of the contract that was made: S-... for a replacement, P-... for a proposal. A partner without a contract can only be
    /// proposed one.
    /// </summary>
    /// <exception cref="PortalException">The brand does not know the partner, or a change is open.</exception>
    public string Run(long partnerId, TemplateVersion template, SwitchMode mode)
    {
        if (!brand.Knows(partnerId))
            throw new PortalException($"There is no partner {partnerId}.");
        if (brand.Contracts.Open(partnerId, programId, now) is not null)
            throw new PortalException("A change is already pending for this partner.");

        if (mode == SwitchMode.Replace && brand.Contracts.Active(partnerId, programId, now) is not null)
            return new ContractDesk(desk).Sign(partnerId, programId, template, now + desk.World.Settings.ChangeNotification, now, now).Id;

        var values = brand.Values(partnerId);
        new InvitationDesk(desk, programId).Propose(desk.World.Partners.Get(partnerId), template, [values?.Value1, values?.Value2, values?.Value3]);
        return brand.Contracts.Open(partnerId, programId, now)!.Id;
    }

    /// <summary>Ends a contract at the last second of the account's day and withdraws a change that waits behind it.</summary>
    public void Expire(ImpactContract contract)
    {
        var today = now.ToOffset(desk.World.Settings.AccountOffset);
        var end = new DateTimeOffset(today.Year, today.Month, today.Day, 23, 59, 59, today.Offset);
        var contracts = new ContractDesk(desk);
        contracts.End(contract, end);
        if (brand.Contracts.Open(contract.PartnerId, contract.ProgramId, now) is { } waiting)
            Withdraw(contracts, waiting);
        desk.World.Mail(now, "expiry", desk.World.Partners.Get(contract.PartnerId).PrimaryContact?.Email);
    }

    /// <summary>Takes an open change back, before its date or before the partner answered.</summary>
    /// <exception cref="PortalException">No change is open.</exception>
    public void Withdraw(long partnerId)
    {
        var waiting = brand.Contracts.Open(partnerId, programId, now) ?? throw new PortalException("No change is pending for this partner.");
        var contracts = new ContractDesk(desk);
        Withdraw(contracts, waiting);
        if (waiting.Replaces is { } id && brand.Contracts.Find(id) is { } before && before.EndDate == waiting.StartDate)
            contracts.End(before, null);
    }

    private static void Withdraw(ContractDesk contracts, ImpactContract waiting) => contracts.Decline(waiting);
}
