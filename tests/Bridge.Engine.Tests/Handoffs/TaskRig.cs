using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Handoffs;

/// <summary>Hand-offs in a run store, an outbox, and the desks over both.</summary>
internal sealed class TaskRig
{
    public const string Build = "task-0000000000000001";
    public const string Switch = "task-0000000000000002";
    public const string Pack = "prospect-import-000000000001";

    private TaskRig() => Store = new InMemoryRunStore(Time);

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));

    public InMemoryOutbox Outbox { get; } = new();

    public InMemoryRunStore Store { get; }

    public TaskDesk Desk => new(Store, Outbox, Time);

    public PackDesk Packs => new(Store, Outbox, Time);

    public OwnerEpoch Epoch { get; private set; }

    public static async Task<TaskRig> CreateAsync()
    {
        var rig = new TaskRig();
        rig.Epoch = await rig.Store.TakeOwnershipAsync("test", default);
        var run = new RunRow { RunId = "run-1", PlanHash = new string('a', 64), ApprovalId = "approval-1", Status = RunStatus.WaitingOnPeople, StartedAt = rig.Time.GetUtcNow() };
        await rig.PutAsync(
            new StoreChange.SetRun(run),
            rig.Task(Build, Handoff.WorkItem, "build-template", needsAnswer: true, "template/a/create"),
            rig.Task(Switch, Handoff.WorkItem, "switch-contract", needsAnswer: false, "contract/b/create"),
            rig.Task(Pack, Handoff.FilePack, "prospect-import", needsAnswer: false, "partner/1/create", "partner/2/create"));
        await rig.MoveAsync("template/a/create", Build);
        await rig.MoveAsync("contract/b/create", Switch);
        await rig.MoveAsync("partner/1/create", Pack);
        await rig.MoveAsync("partner/2/create", Pack);
        await rig.Outbox.WriteFileAsync(Pack, "csv", (stream, token) => stream.WriteAsync("Name\r\nA\r\nB\r\n"u8.ToArray(), token).AsTask(), default);
        return rig;
    }

    public Task MoveAsync(string step, string handoff, string reason = WaitReasons.ForPerson, StepState state = StepState.Waiting) => PutAsync(
        new StoreChange.SetStep(new StepRow { RunId = "run-1", StepId = step, State = state, Reason = reason, HandoffId = handoff, Since = Time.GetUtcNow() }));

    public Task PutAsync(params StoreChange[] changes) =>
        Store.AppendAsync(Epoch, new JournalRecord(JournalKind.Issued, "run-1", null, []), changes, default);

    private StoreChange.SetDocument Task(string id, string form, string tool, bool needsAnswer, params string[] steps) => new(
        Handoff.Kind,
        id,
        JsonSerializer.Serialize(
            new Handoff { Id = id, RunId = "run-1", Form = form, Tool = tool, Title = $"Do {tool}", Steps = [.. steps], NeedsAnswer = needsAnswer, Written = true, IssuedAt = Time.GetUtcNow() },
            HandoffJson.Default.Handoff));
}
