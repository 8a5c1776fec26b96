using System.Runtime.CompilerServices;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Execution;

/// <summary>A target whose templates and contracts are made by people in its portal: the test is those people.</summary>
internal sealed class TrialTarget : IRail, IProgramReader, IPartnerReader, IContractReader, IPortalGuide
{
    public List<Partner> Partners { get; } = [];

    public List<Contract> Contracts { get; } = [];

    EntityKind IEntityReader<Partner>.Entity => EntityKind.Partner;

    EntityKind IEntityReader<Contract>.Entity => EntityKind.Contract;

    public RailDescriptor Descriptor { get; } = new()
    {
        Id = "fake",
        DisplayName = "Fake",
        ConnectorVersion = "1",
        Settings = [],
        Capabilities = new RailCapabilities { Entities = [], Terms = new TermExpressiveness { Kinds = [] }, Operations = [] },
    };

    public string Connection => "acme-fake";

    public IRateBudgetView? RateBudget => null;

    public TPort? Port<TPort>()
        where TPort : class => this as TPort;

    public string Describe() => "in memory";

    public Task<Program> ReadProgramAsync(CancellationToken cancellationToken) =>
        Task.FromResult(new Program { Id = new ProgramId("7"), AccountId = "IR1", Name = "Acme", Status = ProgramStatus.Active });

    public PortalTask BuildTemplate(TemplateDraft draft) => TaskOf("build-template", draft.Name, needsAnswer: true);

    public PortalTask SwitchContract(ContractDraft draft) => TaskOf("switch-contract", draft.Partner.ToString(), needsAnswer: false);

    public PortalTask InvitePartner(PartnerDraft draft) => TaskOf("invite-partner", draft.Name, needsAnswer: false);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    IAsyncEnumerable<ReadPage<Partner>> IEntityReader<Partner>.ReadAsync(ReadScope scope, CancellationToken cancellationToken) => PageAsync(Partners, cancellationToken);

    IAsyncEnumerable<ReadPage<Contract>> IEntityReader<Contract>.ReadAsync(ReadScope scope, CancellationToken cancellationToken) => PageAsync(Contracts, cancellationToken);

    private static async IAsyncEnumerable<ReadPage<T>> PageAsync<T>(List<T> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        yield return new ReadPage<T> { Records = [.. records.Select(record => new Read<T>(record, "00", []))], Rows = new RowCounts(records.Count, records.Count, 0, 0, 0) };
    }

    private static PortalTask TaskOf(string task, string title, bool needsAnswer) => new() { Task = task, Title = title, Instructions = [], FieldsJson = "{}", NeedsAnswer = needsAnswer };
}
