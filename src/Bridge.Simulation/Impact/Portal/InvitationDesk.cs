using System.Globalization;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// Invites partners and takes their answers. A prospect that has an account, found by e-mail and then by website, gets a
/// proposal; of several accounts the busiest is meant. One partner is never asked twice.
/// </summary>
internal sealed class InvitationDesk(BrandDesk desk, long programId)
{
    private readonly BrandAccount brand = desk.Brand;
    private readonly DateTimeOffset now = desk.Scope.At;

    public ImportRow Invite(ProspectRow row, bool dryRun)
    {
        if (!brand.Templates.TryGetValue(row.TemplateId, out var template))
            return new ImportRow(0, "ERROR", Message: $"Template {row.TemplateId} does not exist.");
        var group = row.Group is null ? null : brand.Group(programId, row.Group);
        if (row.Group is not null && group is null)
            return new ImportRow(0, "ERROR", Message: "The group does not exist; create it first.");

        IReadOnlyList<long> groups = group is null ? [] : [group.Id];
        if (Find(row) is { } account)
            return Propose(account, template, groups, row, dryRun);
        if (OpenFor(row) is { } open)
            return Extend(open, groups, dryRun);
        if (!dryRun)
        {
            var contact = row.Email is null ? null : new PartnerContact(row.FirstName ?? string.Empty, row.LastName ?? string.Empty, row.Email, IsPrimary: true);
            Send(new Draft(row.Name, row.Website, null, null, contact, groups), template, row.Values);
        }

        return new ImportRow(0, "INVITED");
    }

    /// <summary>Asks an account that was just made to sign.</summary>
    public void Propose(PartnerAccount account, TemplateVersion template, IReadOnlyList<string?> values)
    {
        var pending = new ContractDesk(desk).Open(account.Id, programId, template, ContractInitiator.Brand);
        Send(new Draft(account.Name, account.Website, account.Id, pending.Id, account.PrimaryContact, []), template, values);
    }

    public void Accept(Invitation invitation)
    {
        Close(invitation);
        var contracts = new ContractDesk(desk);
        var partnerId = invitation.PartnerId;
        if (invitation.ContractId is { } id && brand.Contracts.Find(id) is { } pending)
        {
            contracts.Accept(pending);
            desk.MergeValues(pending.PartnerId, invitation.Values);
        }
        else
        {
            var account = NewAccount(invitation);
            partnerId = account.Id;
            desk.CreateAccount(account, new Relationship(account.Id, invitation.Values[0], invitation.Values[1], invitation.Values[2]));
            contracts.Sign(account.Id, programId, brand.Templates[invitation.TemplateId], now, invitation.SentAt, now);
        }

        desk.AddToGroups(partnerId!.Value, invitation.GroupIds);
    }

    public void Refuse(Invitation invitation)
    {
        Close(invitation);
        if (invitation.ContractId is { } id && brand.Contracts.Find(id) is { Status: "PENDING" } pending)
            new ContractDesk(desk).Decline(pending);
        desk.Scope.Record("invitation.refuse", invitation.Id, Fields(invitation));
    }

    private ImportRow Propose(PartnerAccount account, TemplateVersion template, IReadOnlyList<long> groups, ProspectRow row, bool dryRun)
    {
        if (brand.Contracts.Active(account.Id, programId, now) is not null)
        {
            if (!dryRun)
            {
                desk.MergeValues(account.Id, row.Values);
                desk.AddToGroups(account.Id, groups);
            }

            return new ImportRow(0, "JOINED", account.Id);
        }

        if (brand.Invitations.LastOrDefault(one => one.IsOpen && one.ProgramId == programId && one.PartnerId == account.Id) is { } open)
            return Extend(open, groups, dryRun);
        if (brand.Contracts.Open(account.Id, programId, now) is not null)
            return new ImportRow(0, "PENDING", account.Id);
        if (!dryRun)
        {
            desk.Meet(new Relationship(account.Id));
            var pending = new ContractDesk(desk).Open(account.Id, programId, template, ContractInitiator.Brand);
            Send(new Draft(account.Name, account.Website, account.Id, pending.Id, account.PrimaryContact, groups), template, row.Values);
        }

        return new ImportRow(0, "PROPOSED", account.Id);
    }

    private ImportRow Extend(Invitation open, IReadOnlyList<long> groups, bool dryRun)
    {
        if (!dryRun)
            Put(open with { GroupIds = [.. open.GroupIds.Union(groups)] });
        return new ImportRow(0, groups.Except(open.GroupIds).Any() ? "GROUP_ADDED" : "PENDING", open.PartnerId);
    }

    private PartnerAccount? Find(ProspectRow row)
    {
        var found = desk.World.Partners.WithEmail(row.Email);
        if (found.Count == 0)
            found = desk.World.Partners.WithWebsite(row.Website);
        return found.OrderByDescending(one => brand.Contracts.Active(one.Id, programId, now) is not null)
            .ThenByDescending(one => one.Activity)
            .ThenBy(one => one.Id)
            .FirstOrDefault();
    }

    private Invitation? OpenFor(ProspectRow row) => brand.Invitations.LastOrDefault(one => one.IsOpen && one.ProgramId == programId && one.PartnerId is null
        && (row.Email is not null
            ? string.Equals(one.Contact?.Email, row.Email, StringComparison.OrdinalIgnoreCase)
            : WebHost.Of(one.Website) == WebHost.Of(row.Website)));

    private void Send(Draft draft, TemplateVersion template, IReadOnlyList<string?> values)
    {
        var invitation = new Invitation
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"I-{desk.World.Ids.Portal.Next()}"),
            ProgramId = programId,
            PartnerId = draft.PartnerId,
            ContractId = draft.ContractId,
            Name = draft.Name,
            Website = draft.Website,
            TemplateId = template.TemplateId,
            Values = values,
            GroupIds = draft.Groups,
            SentAt = now,
            Contact = draft.Contact,
        };
        brand.Invitations.Add(invitation);
        desk.World.Mail(now, "invitation", draft.Contact?.Email);
        desk.Scope.Record("invitation.send", invitation.Id, Fields(invitation));
    }

    private void Close(Invitation invitation) => Put(invitation with { IsOpen = false });

    private void Put(Invitation invitation) => brand.Invitations[brand.Invitations.FindIndex(one => one.Id == invitation.Id)] = invitation;

    private PartnerAccount NewAccount(Invitation invitation)
    {
        var id = desk.World.Ids.Partners.Next();
        var website = invitation.Website ?? string.Empty;
        return new PartnerAccount
        {
            Id = id,
            Name = invitation.Name,
            Website = website,
            PartnerType = "MARKETPLACE",
            Address = new PostalAddress("US"),
            Properties = website.Length == 0 ? [] : [new MediaProperty(desk.World.Ids.Properties.Next(), invitation.Name, "WEBSITE", "WEB", website)],
            Contacts = invitation.Contact is null ? [] : [invitation.Contact],
            DateCreated = now,
            DateLastUpdated = now,
            Activity = 1,
        };
    }

    private static TruthFields Fields(Invitation invitation) => new()
    {
        { "name", invitation.Name },
        { "partnerId", invitation.PartnerId },
        { "contractId", invitation.ContractId },
        { "templateId", invitation.TemplateId },
        { "value1", invitation.Values[0] },
        { "groups", invitation.GroupIds },
    };

    private sealed record Draft(
        string Name, string? Website, long? PartnerId, string? ContractId, PartnerContact? Contact, IReadOnlyList<long> Groups);
}
