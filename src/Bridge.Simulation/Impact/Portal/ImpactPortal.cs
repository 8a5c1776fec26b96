using System.Globalization;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.State;
using Bridge.Simulation.Impact.Terms;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// What only a person can do: the brand's side in the web app, and the partners' side. All of it works on the brand's first
/// program unless a control request names another one. Safe to call while a host serves the same rail.
/// </summary>
public sealed class ImpactPortal
{
    private readonly Lock gate;
    private readonly ImpactWorld world;
    private readonly BrandAccount brand;

    internal ImpactPortal(Lock gate, ImpactWorld world, BrandAccount brand)
    {
        this.gate = gate;
        this.world = world;
        this.brand = brand;
    }

    /// <summary>The control request being answered, named in the truth log; null for a call inside the process.</summary>
    internal SimulatedRequest? Request { get; set; }

    /// <summary>The program that the control request names; null for the brand's first one.</summary>
    /// <exception cref="PortalException">The brand has no such program.</exception>
    internal long? NamedProgram
    {
        get;
        set => field = value is not { } id || brand.Programs.ContainsKey(id) ? value : throw new PortalException($"There is no program {id}.");
    }

    /// <summary>Event types of the program.</summary>
    public IReadOnlyList<EventType> EventTypes => Act(TruthActor.Portal, _ => Program.EventTypes);

    /// <summary>
    /// The event type with this name, code or id; for a category's own word its first one. A name that is not there is added.
    /// </summary>
    /// <exception cref="PortalException">An id does not exist.</exception>
    public EventType FindEventType(string nameOrCode, string category = "SALE") => Act(TruthActor.Portal, desk => FindOrAdd(desk, nameOrCode, category));

    /// <summary>Builds template terms and returns the TemplateId.</summary>
    public long CreateTemplate(TemplateTerms terms) => Act(TruthActor.Portal, desk => new TemplateDesk(desk, ProgramId).Create(terms));

    /// <summary>Changes template terms and rolls the change out to the partners that signed them.</summary>
    /// <exception cref="PortalException">The template does not exist.</exception>
    public void ChangeTemplate(long templateId, TemplateTerms terms) =>
        Act(TruthActor.Portal, desk => { new TemplateDesk(desk, ProgramId).Change(Template(templateId), terms); return true; });

    /// <summary>Uploads a file to the partner import.</summary>
    /// <param name="csv">The file; columns are the fields of a partner's creation, and <c>Group</c> by name.</param>
    /// <param name="templateId">Terms picked for the file; a <c>TemplateTermsId</c> in a row comes first.</param>
    /// <exception cref="PortalException">The file cannot be read.</exception>
    public ImportResult ImportPartners(string csv, long? templateId) => Act(TruthActor.Portal, desk =>
    {
        var table = CsvTable.Read(csv);
        var result = new ImportResult(NextImport(), DryRun: false, IsFinished: true, new PartnerImport(desk, ProgramId).Run(table, templateId));
        brand.Imports.Add(new ImportRecord(result.Id, table.Lines, () => result));
        return result;
    });

    /// <summary>The template that a tool offers for download (CSV).</summary>
    /// <param name="tool"><c>prospect-import</c> or <c>partner-import</c>.</param>
    /// <exception cref="PortalException">There is no such tool.</exception>
    public string ImportTemplate(string tool) => Act(TruthActor.Portal, _ => ImportTemplates.Text(tool, world.Settings.ImportFiles));

    /// <summary>The result file that is mailed when an import is through (CSV).</summary>
    /// <exception cref="PortalException">There is no such import, or it is under way.</exception>
    public string ImportResultFile(string id) => Act(TruthActor.Portal, _ =>
    {
        var import = brand.Imports.Find(one => one.Id == id) ?? throw new PortalException($"There is no import {id}.");
        return import.Result().IsFinished ? ResultFile.Write(import, world.Partners, world.Settings.ImportFiles) : throw new PortalException($"Import {id} is under way.");
    });

    /// <summary>Uploads a file to the prospect import. The rows are done one after the other; ask for the result later.</summary>
    /// <returns>Number of the import.</returns>
    /// <exception cref="PortalException">The file cannot be read.</exception>
    public string ImportProspects(string csv, bool dryRun) => Act(TruthActor.Portal, _ =>
    {
        var job = new ProspectJob(NextImport(), ProgramId, CsvTable.Read(csv).Lines, dryRun, world.Now, Origin(TruthActor.Portal, "prospect-import"));
        brand.ProspectJobs.Add(job);
        brand.Imports.Add(new ImportRecord(job.Id, job.Lines, () => job.Result));
        return job.Id;
    });

    /// <summary>How far a prospect import is.</summary>
    /// <exception cref="PortalException">There is no such import.</exception>
    public ImportResult Import(string id) => Act(TruthActor.Portal, _ =>
        brand.ProspectJobs.Find(job => job.Id == id)?.Result ?? throw new PortalException($"There is no import {id}."));

    /// <summary>Invites one partner by hand.</summary>
    /// <exception cref="PortalException">Template or group do not exist.</exception>
    public ImportRow Invite(ProspectRow row) => Act(TruthActor.Portal, desk =>
    {
        var result = new InvitationDesk(desk, ProgramId).Invite(row, dryRun: false);
        return result.Outcome == "ERROR" ? throw new PortalException(result.Message!) : result;
    });

    /// <summary>Moves a partner to other terms; returns the id of the contract that was made.</summary>
    /// <exception cref="PortalException">The partner is unknown, a change is open, or the template does not exist.</exception>
    public string SwitchContract(long partnerId, long templateId, SwitchMode mode) =>
        Act(TruthActor.Portal, desk => new ContractSwitch(desk, ProgramId).Run(partnerId, Template(templateId), mode));

    /// <summary>Takes an open change back.</summary>
    /// <exception cref="PortalException">No change is open.</exception>
    public void WithdrawChange(long partnerId) =>
        Act(TruthActor.Portal, desk => { new ContractSwitch(desk, ProgramId).Withdraw(partnerId); return true; });

    /// <summary>Ends a contract at the end of the account's day.</summary>
    /// <exception cref="PortalException">There is no such contract in force.</exception>
    public void ExpireContract(string contractId) => Act(TruthActor.Portal, desk =>
    {
        var contract = brand.Contracts.Find(contractId);
        if (contract?.StatusAt(world.Now) != "ACTIVE")
            throw new PortalException($"Contract {contractId} is not active.");
        new ContractSwitch(desk, contract.ProgramId).Expire(contract);
        return true;
    });

    /// <summary>Adds a host that deep links may lead to.</summary>
    public void PermitHost(string host) =>
        Act(TruthActor.Portal, desk => Put(desk, "program.hosts", Program with { PermittedHosts = [.. Program.PermittedHosts.Append(host).Distinct()] }));

    /// <summary>Makes the program live.</summary>
    public void ActivateProgram() => Act(TruthActor.Portal, desk => Put(desk, "program.activate", Program with { State = "ACTIVE" }));

    /// <summary>A contact of the account with this website, or null: what a person finds in the marketplace.</summary>
    public string? FindContact(string website) => Act(TruthActor.Portal, _ =>
        world.Partners.WithWebsite(website).Select(account => account.PrimaryContact?.Email).FirstOrDefault(email => email is not null));

    /// <summary>Invitations and proposals that wait for a partner.</summary>
    public IReadOnlyList<Invitation> OpenInvitations() => Act(TruthActor.Partner, _ => brand.Invitations.Where(one => one.IsOpen && (NamedProgram ?? one.ProgramId) == one.ProgramId).ToList());

    /// <summary>The partner accepts: account, contract in force, groups and values follow.</summary>
    /// <exception cref="PortalException">The invitation is not open.</exception>
    public void Accept(string invitationId) =>
        Act(TruthActor.Partner, desk => { var open = Open(invitationId); new InvitationDesk(desk, open.ProgramId).Accept(open); return true; });

    /// <summary>The partner refuses.</summary>
    /// <exception cref="PortalException">The invitation is not open.</exception>
    public void Refuse(string invitationId) =>
        Act(TruthActor.Partner, desk => { var open = Open(invitationId); new InvitationDesk(desk, open.ProgramId).Refuse(open); return true; });

    /// <summary>A partner applies; returns the id of the pending contract.</summary>
    /// <param name="partnerId">Account that applies.</param>
    /// <param name="templateId">Terms, or null for the public ones.</param>
    /// <exception cref="PortalException">The account does not exist, is joined already, or there are no terms.</exception>
    public string Apply(long partnerId, long? templateId) => Act(TruthActor.Partner, desk =>
    {
        if (world.Partners.Find(partnerId) is null)
            throw new PortalException($"There is no partner {partnerId}.");
        if (brand.Contracts.Active(partnerId, ProgramId, world.Now) is not null)
            throw new PortalException("The partner has joined already.");
        desk.Meet(new Relationship(partnerId));
        var template = Template(templateId ?? Program.PublicTemplateId ?? 0);
        return new ContractDesk(desk).Open(partnerId, ProgramId, template, ContractInitiator.Partner).Id;
    });

    private long ProgramId => NamedProgram ?? brand.FirstProgramId;

    private ImpactProgram Program => brand.Programs[ProgramId];

    private T Act<T>(TruthActor actor, Func<BrandDesk, T> act, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        lock (gate)
        {
            var now = world.Now;
            world.Advance(now);
            return act(new BrandDesk(world, brand, new ChangeScope(world.Truth, Origin(actor, name), now)));
        }
    }

    private TruthOrigin Origin(TruthActor actor, string name) =>
        TruthOrigin.Of(actor, Request ?? new SimulatedRequest("PORTAL", name, [], new Dictionary<string, string>(), default));

    private TemplateVersion Template(long id) =>
        brand.Templates.GetValueOrDefault(id) ?? throw new PortalException($"Template {id} does not exist.");

    private Invitation Open(string id) =>
        brand.Invitations.Find(one => one.Id == id && one.IsOpen) ?? throw new PortalException($"Invitation {id} is not open.");

    private string NextImport() => world.Ids.Portal.Next().ToString(CultureInfo.InvariantCulture);

    private EventType FindOrAdd(BrandDesk desk, string name, string category)
    {
        var found = Program.EventTypes.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(one.Code, name, StringComparison.OrdinalIgnoreCase)
            || one.Id.ToString(CultureInfo.InvariantCulture) == name);
        if (string.Equals(name, category, StringComparison.OrdinalIgnoreCase))
            found ??= Program.EventTypes.FirstOrDefault(one => string.Equals(one.Category, category, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
            return found;
        if (name.All(char.IsAsciiDigit))
            throw new PortalException($"Event type {name} does not exist.");

        var added = new EventType(world.Ids.EventTypes.Next(), name, category, name.ToUpperInvariant().Replace(' ', '_'));
        Put(desk, "program.event-type", Program with { EventTypes = [.. Program.EventTypes, added] });
        return added;
    }

    private bool Put(BrandDesk desk, string kind, ImpactProgram program)
    {
        var before = Program;
        brand.Programs[program.Id] = program;
        desk.Scope.Record(kind, program.Id.ToString(CultureInfo.InvariantCulture), Fields(program), Fields(before));
        return true;
    }

    private static TruthFields Fields(ImpactProgram program) => new()
    {
        { "state", program.State },
        { "permittedHosts", string.Join(',', program.PermittedHosts) },
        { "eventTypes", string.Join(',', program.EventTypes.Select(one => one.Name)) },
    };
}
