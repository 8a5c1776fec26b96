using Bridge.Engine.Approval;
using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Execution;

/// <summary>One template, three partners who are invited by hand: whoever the plan names tries the template out.</summary>
internal sealed class TrialBench
{
    public const string Build = "templates/77/build";

    public static readonly string[] Keys = ["1", "2", "3"];

    private readonly PlainSigner signer = new();
    private readonly SequentialIds ids = new();

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));

    public InMemoryRunStore Store { get; private set; } = null!;

    public TrialTarget Target { get; } = new();

    public MemoryOutbox Outbox { get; } = new();

    public StoredPlan Plan { get; private set; } = null!;

    public PlanApproval Approval { get; private set; } = null!;

    public static Contract Terms(int lockDays) => Given.Contract(Given.Percent(5)) with { Locking = new LockingRule { Basis = LockBasis.Tracked, Days = lockDays } };

    /// <param name="declared">Id of the template; null when a person builds it.</param>
    public static async Task<TrialBench> CreateAsync(string? declared = null)
    {
        var bench = new TrialBench();
        bench.Store = new InMemoryRunStore(bench.Time);
        bench.Plan = await new PlanWriter(new InMemoryArtifactStore(), new InMemoryScratchSpace(), RunBench.Keys).WriteAsync(Lines(declared), CancellationToken.None);
        bench.Approval = await bench.OwnAsync(epoch => new ApprovalDesk(bench.Store, bench.signer, bench.Time, bench.ids).ApproveAsync(
            epoch, bench.Plan, new ApprovalRequest { Approver = "Kim", AcceptIrreversible = ["all"] }, CancellationToken.None));
        return bench;
    }

    public static string Create(string key) => $"partners/{key}/create";

    public static string Establish(string key) => $"contracts/{key}/establish";

    public Task<RunRow> RunAsync() => OwnAsync(epoch => new PlanExecutor(Time, new ApprovalGate(Store, signer, Time)).RunAsync(
        new ExecutionInputs
        {
            Plan = Plan,
            Approval = Approval,
            Target = Target,
            Gate = new JournalWriteGate(Time),
            Store = Store,
            Epoch = epoch,
            Outbox = Outbox,
            RunId = "run-1",
            Options = new ExecutionOptions { ProgramName = "Acme" },
        },
        null,
        CancellationToken.None));

    /// <summary>Another process goes on later.</summary>
    public Task<RunRow> LaterAsync(TimeSpan by)
    {
        Time.Advance(by);
        Store = Store.Reopen();
        return RunAsync();
    }

    public async Task AnswerAsync(string value)
    {
        var desk = new TaskDesk(Store, Outbox, Time);
        var task = await desk.OpenAsync(CancellationToken.None).FirstAsync(each => each.Tool == "build-template");
        (await desk.AnswerAsync(task.Id, value, "Kim", CancellationToken.None)).Should().BeNull();
    }

    /// <summary>A partner accepts: there is a contract from a template, with a lock of so many days.</summary>
    public void Accept(string key, int lockDays, string template = "T1", string? contract = null)
    {
        Target.Partners.RemoveAll(partner => partner.Id.Value == "P" + key);
        Target.Partners.Add(new Partner { Id = new PartnerId("P" + key), Name = key, Status = PartnerStatus.Active, InProgram = true, References = [new ExternalReference("fake.ref", key)] });
        Target.Contracts.RemoveAll(each => each.Partner.Value == "P" + key);
        Target.Contracts.Add(Terms(lockDays) with
        {
            Id = new ContractId(contract ?? "C" + key),
            Partner = new PartnerId("P" + key),
            TemplateId = template,
            Status = ContractStatus.Active,
            StartsAt = Time.GetUtcNow(),
        });
    }

    public void Decline(string key)
    {
        Target.Partners.Add(new Partner { Id = new PartnerId("P" + key), Name = key, Status = PartnerStatus.Active, InProgram = false, References = [new ExternalReference("fake.ref", key)] });
        Target.Contracts.Add(Terms(30) with { Id = new ContractId("C" + key), Partner = new PartnerId("P" + key), Status = ContractStatus.Declined });
    }

    /// <summary>Partners who were invited so far.</summary>
    public IReadOnlyList<string> Invited() => [.. Outbox.Slips.Values.Where(slip => (string)slip["task"]! == "invite-partner").Select(slip => (string)slip["title"]!).Order(StringComparer.Ordinal)];

    public System.Text.Json.Nodes.JsonObject? BuildTask() => Outbox.Slips.Values.SingleOrDefault(slip => (string)slip["task"]! == "build-template");

    public async Task<StepRow?> RowAsync(string step) => await Store.FindStepAsync("run-1", step, CancellationToken.None);

    public async Task<TemplateTrial?> TrialAsync() => await TrialBook.ReadAsync(Store, "run-1", "77", CancellationToken.None);

    private static async IAsyncEnumerable<PlanLine> Lines(string? declared)
    {
        var tally = new PlanTally();
        var template = declared is null ? TargetRef.Of(Build) : TargetRef.Known(declared);
        yield return RunBench.Header();
        foreach (var step in Steps(declared is null, template))
        {
            if (step.Source is not null)
            {
                tally.Extracted(step.Entity);
            }

            tally.Count(new StepLine(step));
            yield return new StepLine(step);
        }

        await Task.CompletedTask;
        yield return tally.Totals() with
        {
            Templates =
            [
                new PlannedTemplate
                {
                    Key = "77",
                    Name = "Baseline",
                    Template = template,
                    Terms = TemplateTermsHash.Of(Terms(30)),
                    Canary = new PlannedCanary { Partner = "1", Step = Create("1"), Contract = Establish("1"), Way = ContractWay.InviteInPortal },
                },
            ],
        };
    }

    private static IEnumerable<PlanStep> Steps(bool builds, TargetRef template)
    {
        if (builds)
        {
            yield return new BuildTemplate
            {
                Id = Build,
                Entity = EntityKind.Template,
                Channel = StepChannel.WorkItem,
                Class = OperationClass.Human,
                Reversibility = Reversibility.Irreversible,
                Draft = new TemplateDraft { Name = "Baseline", Terms = Terms(30) },
            };
        }

        foreach (var key in Keys)
        {
            yield return new CreatePartner
            {
                Id = Create(key),
                Entity = EntityKind.Partner,
                Source = key,
                Partner = key,
                Counts = Outcome.Created,
                Channel = StepChannel.WorkItem,
                Class = OperationClass.Human,
                Reversibility = Reversibility.Irreversible,
                DependsOn = builds ? [Build] : [],
                Entry = PartnerEntry.InviteInPortal,
                TemplateKey = "77",
                Draft = new PartnerDraft { Name = key, Template = template, References = [new ExternalReference("fake.ref", key)] },
            };
        }

        foreach (var key in Keys)
        {
            yield return new EstablishContract
            {
                Id = Establish(key),
                Entity = EntityKind.Contract,
                Source = key,
                Partner = key,
                Counts = Outcome.Created,
                Channel = StepChannel.Implied,
                Class = OperationClass.Human,
                Reversibility = Reversibility.Irreversible,
                DependsOn = [Create(key)],
                TemplateKey = "77",
                Way = ContractWay.InviteInPortal,
                Draft = new ContractDraft { Partner = TargetRef.Of(Create(key)), Template = template, TemplateName = "Baseline", Terms = Terms(30) },
            };
        }
    }

    private async Task<T> OwnAsync<T>(Func<OwnerEpoch, Task<T>> work)
    {
        var epoch = await Store.TakeOwnershipAsync("test", CancellationToken.None);
        var result = await work(epoch);
        await Store.ReleaseOwnershipAsync(epoch, CancellationToken.None);
        return result;
    }
}
