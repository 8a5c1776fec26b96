using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.State;

/// <summary>Every change of a brand's contracts, whoever asks for it; each one goes into the truth log.</summary>
internal sealed class ContractDesk(BrandDesk desk)
{
    private readonly BrandAccount brand = desk.Brand;
    private readonly DateTimeOffset now = desk.Scope.At;

    /// <summary>Makes a contract that waits for the other side.</summary>
    public ImpactContract Open(long partnerId, long programId, TemplateVersion template, ContractInitiator initiator)
    {
        var byBrand = initiator == ContractInitiator.Brand;
        var contract = new ImpactContract
        {
            Id = desk.World.Ids.NextPending(),
            ProgramId = programId,
            PartnerId = partnerId,
            Status = "PENDING",
            Initiator = initiator,
            StartDate = now,
            BrandSignatory = byBrand ? brand.Seed.Signatory : null,
            BrandSignatoryDate = byBrand ? now : null,
            PartnerSignatory = byBrand ? null : Signer(partnerId),
            PartnerSignatoryDate = byBrand ? null : now,
            DateCreated = now,
            DateLastUpdated = now,
            Template = template,
            Replaces = brand.Contracts.Active(partnerId, programId, now)?.Id,
        };
        brand.Contracts.Put(contract);
        desk.Scope.Record(byBrand ? "contract.propose" : "contract.apply", contract.Id, TruthShapes.Contract(contract, brand));
        return contract;
    }

    /// <summary>Turns a pending contract into one in force and ends the one before it.</summary>
    public ImpactContract Accept(ImpactContract pending)
    {
        Close(pending, "ACCEPTED", "contract.accept");
        desk.Activate(desk.World.Partners.Get(pending.PartnerId));
        return Sign(pending.PartnerId, pending.ProgramId, pending.Template, now, pending.BrandSignatoryDate ?? now, pending.PartnerSignatoryDate ?? now);
    }

    public void Decline(ImpactContract pending) => Close(pending, "DECLINED", "contract.decline");

    /// <summary>Makes a contract in force from an instant on and ends the one before it there.</summary>
    public ImpactContract Sign(
        long partnerId, long programId, TemplateVersion template, DateTimeOffset start, DateTimeOffset brandSigned, DateTimeOffset partnerSigned)
    {
        var before = brand.Contracts.Active(partnerId, programId, now);
        var contract = new ImpactContract
        {
            Id = desk.World.Ids.NextContract(),
            ProgramId = programId,
            PartnerId = partnerId,
            Status = "ACTIVE",
            StartDate = start,
            BrandSignatory = brand.Seed.Signatory,
            BrandSignatoryDate = brandSigned,
            PartnerSignatory = Signer(partnerId),
            PartnerSignatoryDate = partnerSigned,
            DateCreated = now,
            DateLastUpdated = now,
            Template = template,
            Replaces = before?.Id,
        };
        brand.Contracts.Put(contract);
        desk.Scope.Record("contract.sign", contract.Id, TruthShapes.Contract(contract, brand));
        if (before is not null)
            End(before, start);
        return contract;
    }

    /// <summary>Sets the end of a contract.</summary>
    public void End(ImpactContract contract, DateTimeOffset? end) =>
        Put(contract with { EndDate = end, DateLastUpdated = now }, contract, "contract.end");

    private void Close(ImpactContract pending, string status, string kind) =>
        Put(pending with { Status = status, DateLastUpdated = now }, pending, kind);

    private void Put(ImpactContract after, ImpactContract before, string kind)
    {
        brand.Contracts.Put(after);
        desk.Scope.Record(kind, after.Id, TruthShapes.Contract(after, brand), TruthShapes.Contract(before, brand));
    }

    private string Signer(long partnerId)
    {
        var contact = desk.World.Partners.Get(partnerId).PrimaryContact;
        return contact is null ? "Partner Signatory" : $"{contact.FirstName} {contact.LastName}";
    }
}
