using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Programs;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Execution;

/// <summary>A target that keeps groups, links and codes in memory, asks the gate like a real connection, and can fail as told.</summary>
internal sealed class FakeTarget : IRail, IProgramReader, IPartnerGroupWriter, ITrackingLinkWriter, IPromoCodeWriter, IWriteLookup<PartnerGroupDraft>, IWriteLookup<PromoCodeDraft>, IWriteBudget, IWriteIdentity, ITrackingLinkForm
{
    private readonly IWriteGate gate;
    private readonly Pacer pacer;

    public FakeTarget(IWriteGate gate, TimeProvider time)
    {
        this.gate = gate;
        pacer = new Pacer(new PacerOptions { Account = "fake", Groups = [new RateGroup { Name = RateGroup.Default, Limits = [new RateLimit { Name = "default", Permits = 1_000_000, Window = TimeSpan.FromHours(1), Kind = RateLimitKind.Bucket, Burst = 1_000_000, Source = "test" }] }] }, time, null);
    }

    public Dictionary<string, string> Groups { get; } = new(StringComparer.Ordinal);

    public List<string> Links { get; } = [];

    /// <summary>Codes and their owners.</summary>
    public List<string> Codes { get; } = [];

    /// <summary>Partners and their groups.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public Program Program { get; set; } = new() { Id = new ProgramId("7"), AccountId = "IR1", Name = "Acme", Status = ProgramStatus.Active };

    /// <summary>What the credential for writes reaches; null for the same program.</summary>
    public Program? Writer { get; set; }

    public Finding? Missing { get; set; }

    /// <summary>Called instead of the write when set; may apply first.</summary>
    public Func<Action, Exception?>? Fault { get; set; }

    /// <summary>URL of a computed link by the proof's URL and its destination; null proves nothing.</summary>
    public Func<string, string?, string?> Form { get; set; } = (_, _) => null;

    public TrackingLinkFacts? Read(Uri url) => null;

    public string? Compute(string proof, TrackingLinkDraft proved, TrackingLinkDraft wanted) => Form(proof, wanted.Destination);

    public RailDescriptor Descriptor { get; } = new()
    {
        Id = "fake",
        DisplayName = "Fake",
        ConnectorVersion = "1",
        Settings = [],
        Capabilities = new RailCapabilities
        {
            Entities = [new EntityCapability(EntityKind.PartnerGroup, EntityAccess.ReadWrite, "in memory"), new EntityCapability(EntityKind.TrackingLink, EntityAccess.Write, "in memory")],
            Terms = new TermExpressiveness { Kinds = [] },
            Operations =
            [
                Operation(EntityKind.PartnerGroup, WriteVerb.Create, OperationClass.Probeable, Reversibility.Reversible, WriteVerb.Delete),
                Operation(EntityKind.PartnerGroup, WriteVerb.Delete, OperationClass.Declarative, Reversibility.Irreversible, null),
                Operation(EntityKind.PartnerGroup, WriteVerb.AddMembers, OperationClass.Declarative, Reversibility.Reversible, WriteVerb.RemoveMembers),
                Operation(EntityKind.PromoCode, WriteVerb.Create, OperationClass.Probeable, Reversibility.Compensable, WriteVerb.Expire),
                Operation(EntityKind.TrackingLink, WriteVerb.Create, OperationClass.Neither, Reversibility.Irreversible, null),
            ],
        },
    };

    public string Connection => "acme-fake";

    public IRateBudgetView? RateBudget => pacer;

    public TPort? Port<TPort>()
        where TPort : class => this as TPort;

    public string Describe() => "in memory";

    public Task<Program> ReadProgramAsync(CancellationToken cancellationToken) => Task.FromResult(Program);

    Task<Program> IWriteIdentity.ReadProgramAsync(CancellationToken cancellationToken) => Task.FromResult(Writer ?? Program);

    public Task<WriteReceipt> CreateAsync(PartnerGroupDraft draft, WriteContext context, CancellationToken cancellationToken) =>
        Send(context, () => Groups[$"g{Groups.Count + 1}"] = draft.Name, () => new WriteReceipt { NativeId = $"g{Groups.Count}", ResponseHash = "00" });

    public Task<WriteReceipt> CreateAsync(TrackingLinkDraft draft, WriteContext context, CancellationToken cancellationToken) =>
        Send(context, () => Links.Add(draft.Destination ?? ""), () => new WriteReceipt { Url = $"https://t.example/{Links.Count}", ResponseHash = "00" });

    public Task<WriteReceipt> DeleteAsync(PartnerGroupId group, WriteContext context, CancellationToken cancellationToken) =>
        Send(context, () => Groups.Remove(group.Value), () => new WriteReceipt { ResponseHash = "00" });

    public Task<WriteReceipt> AddMembersAsync(GroupMembership membership, WriteContext context, CancellationToken cancellationToken) => Send(
        context,
        () => Members.UnionWith(membership.Partners.Select(partner => $"{partner.Require()} in {membership.Group.Require()}")),
        () => new WriteReceipt { ResponseHash = "00" });

    public Task<WriteReceipt> RemoveMembersAsync(GroupMembership membership, WriteContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<WriteReceipt> CreateAsync(PromoCodeDraft draft, WriteContext context, CancellationToken cancellationToken) =>
        Send(context, () => Codes.Add($"{draft.Code} of {draft.Owner.Require()}"), () => new WriteReceipt { NativeId = $"c{Codes.Count}", ResponseHash = "00" });

    public Task<WriteReceipt> ExpireAsync(PromoCodeId code, WriteContext context, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<FoundObject>> FindAsync(PromoCodeDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FoundObject>>([.. Codes.Select((code, index) => (Code: code, Id: $"c{index + 1}")).Where(each => each.Code == $"{draft.Code} of {draft.Owner.Id}").Select(each => new FoundObject(each.Id, null, true))]);

    public Task<IReadOnlyList<FoundObject>> FindAsync(PartnerGroupDraft draft, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FoundObject>>([.. Groups.Where(group => group.Value == draft.Name).Select(group => new FoundObject(group.Key, null, true))]);

    public async ValueTask<RateGrant> AcquireAsync(CancellationToken cancellationToken) =>
        await pacer.AcquireAsync(RateGroup.Default, CallPriority.Write, cancellationToken);

    /// <summary>The same objects behind another connection.</summary>
    public FakeTarget Reconnect(IWriteGate another, TimeProvider time)
    {
        var target = new FakeTarget(another, time) { Program = Program };
        target.Links.AddRange(Links);
        target.Codes.AddRange(Codes);
        target.Members.UnionWith(Members);
        foreach (var group in Groups)
        {
            target.Groups[group.Key] = group.Value;
        }

        return target;
    }

    public ValueTask DisposeAsync() => pacer.DisposeAsync();

    private static WriteOperation Operation(EntityKind entity, WriteVerb verb, OperationClass kind, Reversibility reversibility, WriteVerb? undo) => new()
    {
        Entity = entity,
        Verb = verb,
        Channel = StepChannel.Api,
        Class = kind,
        Reversibility = reversibility,
        Undo = undo,
        Source = "test",
    };

    private Task<WriteReceipt> Send(WriteContext context, Action apply, Func<WriteReceipt> receipt)
    {
        gate.Pass(new WriteAttempt("fake", Connection, "write", context.Intent, TimeSpan.FromSeconds(30)));
        if (Fault is { } fault && fault(apply) is { } error)
        {
            return Task.FromException<WriteReceipt>(error);
        }

        if (Fault is null)
        {
            apply();
        }

        return Task.FromResult(receipt());
    }
}
